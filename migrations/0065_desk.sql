-- Drafts: releases and corrections on their way, as a member's people write them in the browser. Nothing of them is public.
create table drafts (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  -- Its author, who hears what becomes of it; null once that account is gone.
  begun_by uuid references accounts (id) on delete set null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  -- Counts what was saved: whoever decides about it has read the newest.
  version integer not null default 1,
  -- What was typed, by field; emptied once it is published, because the story's version says it from then on.
  fields jsonb not null default '{}',
  -- The story it became, or, of a correction, the one it changes and the version it began from.
  story_id uuid references stories (id) on delete cascade,
  kind text not null default 'first' check (kind in ('first', 'update', 'correction', 'clarification', 'note')),
  from_version integer,
  standing text not null default 'open' check (standing in ('open', 'sent', 'returned', 'published')),
  sent_at timestamptz,
  sent_by text,
  check (kind = 'first' or (story_id is not null and from_version is not null))
);
create index drafts_of_member on drafts (member_id, changed_at desc);
create index drafts_sent on drafts (sent_at) where standing = 'sent';
create index drafts_of_story on drafts (story_id) where story_id is not null;

-- What editors decided about a draft that was sent in, with what its author was told.
create table draft_decisions (
  id uuid primary key,
  draft_id uuid not null references drafts (id) on delete cascade,
  kind text not null check (kind in ('returned', 'published')),
  decided_at timestamptz not null,
  decided_by text not null,
  words text not null default ''
);
create index draft_decisions_of_draft on draft_decisions (draft_id, decided_at);

-- The pictures of drafts: kept, and seen by the member's people and by editors alone.
create table draft_pictures (
  draft_id uuid not null references drafts (id) on delete cascade,
  hash text not null references media (hash),
  primary key (draft_id, hash)
);
create index draft_pictures_by_hash on draft_pictures (hash);

-- Organisations that are said to support a release. None is shown before somebody there has said so.
create table draft_supporters (
  id uuid primary key,
  draft_id uuid not null references drafts (id) on delete cascade,
  name text not null,
  url text,
  -- Whom they are asked by: encrypted, and forgotten some time after.
  mail bytea,
  -- The language they are asked in.
  language text not null,
  -- The hash of what their link holds; null once they have answered.
  token_hash bytea unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answer text check (answer in ('confirmed', 'declined')),
  answered_at timestamptz,
  -- Which headline and text they have answered to.
  digest text,
  check (num_nulls(answer, answered_at, digest) in (0, 3))
);
create index draft_supporters_of_draft on draft_supporters (draft_id);

-- Whose words a version is, without telling who: made when it was published, and never made anew.
alter table versions add column author_id uuid;

create or replace view published_stories as
select s.id, p.member_id, s.genre, s.sponsored, s.agency, s.version,
  p.published_at, p.updated_at, p.day, p.slug, p.shows, p.pictures as picture_use, p.reason,
  v.headline, v.byline, v.language, v.located, v.keywords, v.kind as change,
  case when p.shows = 'headline' then '' else v.standfirst end as standfirst,
  case when p.shows = 'headline' then '' else v.excerpt end as excerpt,
  case when p.shows = 'full' then v.body else '' end as body,
  case when p.pictures = 'none' then '[]'::jsonb else v.pictures end as pictures,
  o.publisher, o.publisher_url, o.url as origin_url, o.published_at as origin_published_at,
  o.licence, o.licence_url, o.usage_terms,
  m.slug as member_slug, m.name as member_name, m.logo as member_logo,
  p.search, v.author_id
from publications p
join stories s on s.id = p.story_id
join versions v on v.story_id = s.id and v.number = s.version
join origins o on o.story_id = s.id
join members m on m.id = p.member_id
where p.shows <> 'nothing';
