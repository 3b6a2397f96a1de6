-- Pictures by the hash of their bytes; the bytes are in the media store.
create table media (
  hash text primary key,
  type text not null,
  width int not null,
  height int not null,
  bytes int not null,
  created_at timestamptz not null
);

create table members (
  id uuid primary key,
  slug text not null unique,
  name text not null check (name <> ''),
  kind text not null check (kind in ('newspaper', 'magazine', 'journal', 'website', 'directory', 'radio', 'television',
    'podcast', 'agency', 'organisation', 'press-office', 'freelance')),
  site_url text,
  about text not null default '',
  languages text[] not null default '{}',
  -- Where a member is can get people hurt: kept only if given, shown only if chosen.
  country char(2),
  country_shown boolean not null default false,
  logo text references media (hash),
  created_at timestamptz not null,
  created_by text not null
);
create index members_by_name on members (name, id);
