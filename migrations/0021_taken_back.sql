-- A sign that a story was taken back at its source: a tombstone (RFC 6721), or its absence from the middle of the feed.
-- It is settled by a look at the original or by a second sighting; until then nothing changes for readers.
create table doubts (
  story_id uuid primary key references stories (id) on delete cascade,
  source_id uuid not null references sources (id) on delete cascade,
  kind text not null check (kind in ('tombstone', 'missing')),
  -- What the tombstone said: by whom, and its comment.
  said text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- When to look at the original next; null when nobody need look any more.
  look_at timestamptz,
  looks int not null default 0,
  last_status int,
  -- When the original first answered that it is gone for good (410).
  gone_at timestamptz,
  settled_at timestamptz,
  outcome text check (outcome in ('withdrawn', 'stays'))
);
create index doubts_to_look_at on doubts (look_at) where look_at is not null;
create index doubts_of_source on doubts (source_id) where settled_at is null;

-- Evidence that somebody carried a story of ours: where, when, with credit or without.
create table pickups (
  story_id uuid not null references stories (id) on delete cascade,
  member_id uuid not null references members (id),
  source_id uuid references sources (id) on delete set null,
  -- Where they carry it, in normal form; their id for it where they give no address.
  url text not null,
  title text not null default '',
  credited boolean not null,
  seen_at timestamptz not null,
  primary key (story_id, member_id, url)
);
