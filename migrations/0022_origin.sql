-- The news agency a text is credited to, by name; `agency` says whether there is one.
alter table stories add column agency_name text not null default '';
update stories set agency_name = 'unknown' where agency;

-- Who let us show more than the headline of an agency's text from a source, and when: a record, as everything is.
create table permissions (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  agency text not null check (agency <> ''),
  permitted_at timestamptz not null,
  permitted_by text not null,
  ended_at timestamptz,
  ended_by text
);
create unique index permissions_standing on permissions (source_id, agency) where ended_at is null;

-- No credit is empty, and no story is without an origin: the row comes with it, checked at commit.
alter table origins add constraint origins_name_somebody check (publisher ~ '[^[:space:][:punct:]]');
alter table hops add constraint hops_name_somebody check (name ~ '[^[:space:][:punct:]]');
alter table stories add constraint stories_have_an_origin foreign key (id) references origins (story_id)
  deferrable initially deferred;

-- A network's own topics say by which words publications file the same thing.
alter table topics add column words text[] not null default '{}';
