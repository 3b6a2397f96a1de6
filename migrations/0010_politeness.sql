-- How sources are visited: by which server, as whom, with which validators, and what is learnt of their habits.
alter table sources
  -- The server in its address, port included; and the one that answered last, where it was led elsewhere.
  add column host text not null generated always as (coalesce(substring(url from '^https?://([^/?#]+)'), url)) stored,
  add column answered_by text,
  -- Whether a visit says which network comes (named), or tells nobody (neutral).
  add column agent text not null default 'named' check (agent in ('named', 'neutral')),
  -- The address that gave etag and last_modified: no other is asked with them. The format of what it gave.
  add column validators_from text,
  add column format text,
  -- What the feed asks of its visitors: {ttlSeconds, schedule}.
  add column asks jsonb,
  -- The gap in which its stories usually come, and when the last one came.
  add column habit_seconds int,
  add column last_news_at timestamptz,
  -- Where it redirects for good, not yet believed.
  add column moved_to text,
  add column moved_seen_at timestamptz,
  add column moved_sightings int not null default 0;
update sources set validators_from = url;

-- One visitor at a time to a host, over all workers, and a pause between two. Nobody goes there before free_at.
create table hosts (
  host text primary key,
  free_at timestamptz not null,
  claimed_by text
);

-- Addresses that were followed for good.
create table source_moves (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  from_url text not null,
  to_url text not null,
  at timestamptz not null
);
create index source_moves_by_source on source_moves (source_id, at desc);

-- What a source's document is without its items: around items that were kept it makes a document again. One holds for
-- the items that came since, until the next.
create table source_frames (
  source_id uuid not null references sources (id) on delete cascade,
  since timestamptz not null,
  format text not null,
  head text not null,
  joint text not null,
  tail text not null,
  primary key (source_id, since)
);
