-- By what a source's items are known again: a ladder that is only ever stepped down (core/story/identity.ts).
alter table sources
  add column uniqueness text not null default 'id' check (uniqueness in ('id', 'id+link', 'link', 'link+title', 'content')),
  add column uniqueness_why text not null default '',
  -- What its feed listed last, in order: 16 bytes of each item's key and 16 of its hash. What stands there costs nothing.
  add column listing bytea;
alter table sources alter column listing set storage external;

-- The key is what makes an item the same again at its source; the id stays as it was given.
-- Its words in short tell an item that moved, under a new id and address, from a new one.
alter table items add column key bytea, add column words bytea;
update items set key = substring(sha256(convert_to('id' || chr(1) || guid, 'UTF8')) for 16) where guid is not null;
drop index items_by_guid;
create unique index items_by_key on items (source_id, key);

-- Every address a member's stories are known by, in normal form: one page is one story, whichever feed brings it.
-- Items without an address stand here by their id.
create table story_urls (
  member_id uuid not null references members (id),
  url text not null,
  story_id uuid not null references stories (id) on delete cascade,
  primary key (member_id, url)
);
insert into story_urls (member_id, url, story_id)
select distinct on (member_id, url) member_id, url, story_id from items
where url is not null and story_id is not null order by member_id, url, first_seen_at, id;
drop index items_by_url;
