-- What each story's text is recognised by, kept as long as copies of it may still come.
create table fingerprints (
  story_id uuid primary key references stories (id) on delete cascade,
  version int not null,
  -- Keys to find it by; one of them is made of the address it was first published at, where it has one.
  keys bigint[] not null,
  address_key bigint,
  -- The hashes kept, four bytes each, in ascending order; one of so many is.
  kept bytea not null,
  scale int not null,
  -- All hashes of how it begins, likewise.
  opening bytea not null,
  made_at timestamptz not null
);
create index fingerprints_by_key on fingerprints using gin (keys);
create index fingerprints_by_age on fingerprints (made_at);

-- Stories that carry the same text. One that stands alone has none.
create table clusters (
  id uuid primary key,
  made_at timestamptz not null,
  -- The one its stories came over into, so that its address leads on.
  came_into uuid references clusters (id)
);
create table clustered (
  story_id uuid primary key references stories (id) on delete cascade,
  cluster_id uuid not null references clusters (id) on delete cascade,
  joined_at timestamptz not null
);
create index clustered_by_cluster on clustered (cluster_id);

-- What editors said of two stories: it is the same, or not. The machine never says otherwise.
create table cluster_rulings (
  one uuid not null references stories (id) on delete cascade,
  other uuid not null references stories (id) on delete cascade,
  kind text not null check (kind in ('together', 'apart')),
  ruled_at timestamptz not null,
  -- `account ID`, or `operator`.
  ruled_by text not null,
  why text not null default '',
  primary key (one, other),
  check (one < other)
);
create index cluster_rulings_by_other on cluster_rulings (other);

-- How far the wire's log has been read for clusters. What is older than a month is not looked at.
create table cluster_progress (
  is_only boolean primary key default true check (is_only),
  seq bigint not null
);
insert into cluster_progress (seq)
select coalesce((select min(seq) - 1 from events where at > now() - interval '30 days'), (select max(seq) from events), 0);
