-- Search reads genre and language beside the words: they are written with the gate's answer, as the words are. The
-- defaults are for processes of before, which publish while the others start.
alter table publications add column genre text not null default 'report';
alter table publications add column language text not null default '';
update publications p set genre = s.genre, language = v.language
  from stories s join versions v on v.story_id = s.id and v.number = s.version where s.id = p.story_id;

-- Every word of a story whose text readers may read whole: headline, summary, body, and the stems of them. Written a
-- moment after the story, by a round that follows the log; gone in the transaction that changes what readers see of it.
-- The vector stays as it is: PostgreSQL's own compression costs more than the room it saves.
create table publication_bodies (
  story_id uuid primary key references publications on delete cascade,
  -- As its publication has it, and without an index: those that match are found by their words and then put in order. Going
  -- through them by time and asking each would unpack one vector after the other.
  published_at timestamptz not null,
  words tsvector not null
);
alter table publication_bodies alter column words set storage external;
-- What waits to be sorted in is read by every search: little may wait. In kilobytes.
create index publication_bodies_words on publication_bodies using gin (words) with (gin_pending_list_limit = 512);

-- How far that round has read the log: from its beginning, so that stories from before are found by their bodies, too.
create table search_progress (one boolean primary key default true check (one), seq bigint not null);
insert into search_progress (seq) values (0);

-- The languages stories are stemmed in: a question is stemmed in each of them, and in no other.
create table search_languages (language text primary key);

-- Words of headlines and summaries, to guess what somebody meant to write. Nothing here is shown before it was found in
-- a story readers may see. Two words that differ in one letter have a variant in common: the word without that letter.
create table search_vocabulary (word text primary key, variants text[] not null);
create index search_vocabulary_variants on search_vocabulary using gin (variants);

-- What search may look at, and nothing else; of bodies only those that readers may read whole.
create view findable_stories as
select story_id as id, published_at, day, member_id, genre, language, search, shows = 'full' as whole
from publications where shows <> 'nothing';
create view findable_bodies as
select p.story_id as id, b.words
from publication_bodies b join publications p on p.story_id = b.story_id
where p.shows = 'full';
