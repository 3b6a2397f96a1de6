-- The network itself: one row, made at set-up. Its time zone and tag authority are fixed then, because addresses and
-- identifiers are built from them (interface.md, Identifiers).
create table network (
  only_one boolean primary key default true check (only_one),
  name text not null check (name <> ''),
  tagline text not null default '',
  founded_on date,
  time_zone text not null,
  tag_authority text not null,
  languages text[] not null check (cardinality(languages) > 0),
  accent text not null,
  homes jsonb not null default '[]',
  created_at timestamptz not null
);
create function network_keeps_its_authority() returns trigger language plpgsql as $$
begin
  if new.time_zone <> old.time_zone and exists (select from publications) then
    raise exception 'The time zone is fixed once a story is published: story addresses are built from it.' using errcode = 'check_violation';
  end if;
  if new.tag_authority <> old.tag_authority then
    raise exception 'The tag authority is fixed at set-up: every entry id is built from it.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger network_keeps_its_authority before update on network
  for each row execute function network_keeps_its_authority();

-- Running programs: a heartbeat lets the others release what a dead one had claimed.
create table workers (
  id text primary key,
  started_at timestamptz not null,
  beat_at timestamptz not null
);
