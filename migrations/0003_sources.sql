create table sources (
  id uuid primary key,
  member_id uuid not null references members (id),
  kind text not null check (kind in ('feed')),
  url text not null unique,
  site_url text,
  title text not null default '',
  genre text not null default 'report',
  licence text not null default 'unknown' check (licence in ('unknown', 'headline', 'excerpt', 'free')),
  language text,
  created_at timestamptz not null,
  created_by text not null,
  -- What the last visit taught: sent back as given (RFC 9110, 13.1).
  etag text,
  last_modified text,
  body_hash text,
  -- When to go again, and who is on the way now (a lease, so that a dead worker's claim runs out).
  next_visit_at timestamptz not null,
  claimed_until timestamptz,
  claimed_by text,
  interval_seconds int not null,
  failures int not null default 0,
  last_visit_at timestamptz,
  last_success_at timestamptz,
  last_problem text
);
create index sources_due on sources (next_visit_at);
create index sources_by_member on sources (member_id);

-- State as a record: a source is paused while a row without an end stands here.
create table source_pauses (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  paused_at timestamptz not null,
  paused_by text not null,
  why text not null,
  resumed_at timestamptz,
  resumed_by text
);
create unique index source_pauses_standing on source_pauses (source_id) where resumed_at is null;

-- What a member lets the network show of a source's stories; the newest counts, the older ones tell the history.
create table grants (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  shows text not null check (shows in ('headline', 'excerpt', 'full')),
  pictures text not null check (pictures in ('none', 'credit', 'republish')),
  granted_at timestamptz not null,
  granted_by text not null
);
create index grants_newest on grants (source_id, granted_at desc, id desc);

-- The ledger: every visit to a source and what came of it, in words.
create table visits (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('fetched', 'unchanged', 'failed')),
  status int,
  bytes int not null default 0,
  ms int not null default 0,
  items_seen int not null default 0,
  items_new int not null default 0,
  items_changed int not null default 0,
  reason text not null default ''
);
create index visits_by_source on visits (source_id, at desc);
create index visits_by_age on visits (at);
