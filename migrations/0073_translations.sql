-- Where search engines should send readers of a source's stories: to the original, or, where the member would rather, here.
alter table sources add column canonical text not null default 'original' check (canonical in ('original', 'here'));

-- Stories that are one text in several languages share its text_id. Without one a story is said to be the translation of
-- no other: what people said so is not brought back by a feed.
create table translations (
  story_id uuid primary key references stories (id) on delete cascade,
  text_id uuid,
  said_at timestamptz not null,
  said_by text not null
);
create index translations_of_text on translations (text_id);

-- What pages may say of a story beside its text: that it is at home here, and in which other languages it can be read here.
create view published_here as
select p.story_id as id
from publications p join stories s on s.id = p.story_id join sources f on f.id = s.source_id
where f.canonical = 'here' and p.shows <> 'nothing';

create view published_translations as
select mine.story_id as of, p.story_id as id, p.day, p.slug, v.language, v.headline
from translations mine
join translations others on others.text_id = mine.text_id and others.story_id <> mine.story_id
join publications p on p.story_id = others.story_id
join stories s on s.id = p.story_id
join versions v on v.story_id = s.id and v.number = s.version
where p.shows <> 'nothing';
