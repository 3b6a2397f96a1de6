-- A story is what we keep and publish. Its text lives in versions, which are never edited in place.
create table stories (
  id uuid primary key,
  member_id uuid not null references members (id),
  source_id uuid references sources (id) on delete set null,
  genre text not null check (genre in ('report', 'release', 'statement', 'advisory', 'opinion', 'interview', 'review', 'obituary')),
  sponsored boolean not null default false,
  agency boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null
);
create index stories_by_source on stories (source_id);

create table versions (
  story_id uuid not null references stories (id) on delete cascade,
  number int not null check (number > 0),
  kind text not null check (kind in ('first', 'update', 'correction', 'clarification', 'note')),
  -- What readers are told of the change.
  note text not null default '',
  headline text not null check (headline <> ''),
  standfirst text not null default '',
  excerpt text not null default '',
  body text not null default '',
  byline text not null default '',
  language text not null,
  located text not null default '',
  urgency int check (urgency between 1 and 8),
  ed_note text not null default '',
  keywords text[] not null default '{}',
  pictures jsonb not null default '[]',
  -- What the version says, in short: the same hash again is no new version.
  digest text not null,
  created_at timestamptz not null,
  primary key (story_id, number)
);
-- pglz is what limits writing here; the bodies stay as they are (docs/performance.md).
alter table versions alter column body set storage external;

-- Who published it first, where, when. No story without one.
create table origins (
  story_id uuid primary key references stories (id) on delete cascade,
  publisher text not null check (publisher <> ''),
  publisher_url text,
  url text,
  published_at timestamptz not null,
  modified_at timestamptz,
  licence text not null check (licence in ('unknown', 'headline', 'excerpt', 'free')),
  licence_url text,
  usage_terms text not null default ''
);
-- The hands it went through on its way to us, first to last.
create table hops (
  story_id uuid not null references stories (id) on delete cascade,
  position int not null,
  name text not null,
  url text,
  at timestamptz,
  primary key (story_id, position)
);

create table topics (
  slug text primary key,
  name text not null,
  qcode text unique
);
create table story_topics (
  story_id uuid not null references stories (id) on delete cascade,
  topic text not null references topics (slug),
  primary key (story_id, topic)
);
create index story_topics_by_topic on story_topics (topic, story_id);
create table story_places (
  story_id uuid not null references stories (id) on delete cascade,
  position int not null,
  country char(2),
  name text not null default '',
  latitude double precision,
  longitude double precision,
  primary key (story_id, position)
);
create index story_places_by_country on story_places (country, story_id);

-- One entry as a source gave it, kept as it came for 90 days, or erased on demand.
create table items (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  member_id uuid not null references members (id),
  -- How its source names it, and its address in normal form: either makes it the same item again.
  guid text,
  url text,
  hash bytea not null,
  raw bytea,
  story_id uuid references stories (id),
  -- Why it became no story, where it did not.
  refused text,
  first_seen_at timestamptz not null,
  changed_at timestamptz not null,
  erased_at timestamptz
);
alter table items alter column raw set storage external;
create unique index items_by_guid on items (source_id, guid);
create index items_by_url on items (member_id, url);
create index items_to_forget on items (changed_at) where raw is not null;
create index items_by_story on items (story_id);
