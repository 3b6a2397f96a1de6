-- The record that makes a story public, with the gate's answer for an anonymous reader on the page, so that lists,
-- counts and facets filter on it (a property test asserts that the columns say what the function says).
create table publications (
  story_id uuid primary key references stories (id) on delete cascade,
  member_id uuid not null references members (id),
  published_at timestamptz not null,
  published_by text not null,
  -- The story's address for ever: the day in the network's time zone, and a slug unique for that day.
  day date not null,
  slug text not null,
  -- When readers last saw a difference.
  updated_at timestamptz not null,
  shows text not null check (shows in ('nothing', 'headline', 'excerpt', 'full')),
  pictures text not null check (pictures in ('none', 'credit', 'republish')),
  reason text not null,
  unique (day, slug)
);
create index publications_newest on publications (published_at desc, story_id desc) where shows <> 'nothing';
create index publications_of_member on publications (member_id, published_at desc, story_id desc) where shows <> 'nothing';

-- Stopped while we check; the row without an end is the standing hold.
create table holds (
  id uuid primary key,
  story_id uuid not null references stories (id) on delete cascade,
  held_at timestamptz not null,
  held_by text not null,
  why text not null,
  lifted_at timestamptz,
  lifted_by text
);
create unique index holds_standing on holds (story_id) where lifted_at is null;

-- Recalled by its publisher, or (kill) for law or safety, mandatory for every recipient.
create table withdrawals (
  story_id uuid primary key references stories (id) on delete cascade,
  kind text not null check (kind in ('withdrawal', 'kill')),
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  why text not null
);

-- The wire's log: ids and kinds, no text, so that erasing stays possible. Rows are inserted as the last step of a
-- publishing transaction under one advisory lock, so a reader with a cursor never misses a late commit.
create table events (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  kind text not null check (kind in ('published', 'updated', 'corrected', 'clarified', 'noted', 'held', 'released', 'withdrawn', 'killed')),
  story_id uuid not null,
  member_id uuid not null,
  version int not null,
  at timestamptz not null
);
create index events_by_story on events (story_id, seq);

-- What readers may see. Public surfaces read stories through this view and no other way; what the gate does not show
-- is not even in it.
create view published_stories as
select s.id, p.member_id, s.genre, s.sponsored, s.agency, s.version,
  p.published_at, p.updated_at, p.day, p.slug, p.shows, p.pictures as picture_use, p.reason,
  v.headline, v.byline, v.language, v.located, v.keywords, v.kind as change,
  case when p.shows = 'headline' then '' else v.standfirst end as standfirst,
  case when p.shows = 'headline' then '' else v.excerpt end as excerpt,
  case when p.shows = 'full' then v.body else '' end as body,
  case when p.pictures = 'none' then '[]'::jsonb else v.pictures end as pictures,
  o.publisher, o.publisher_url, o.url as origin_url, o.published_at as origin_published_at,
  o.licence, o.licence_url, o.usage_terms,
  m.slug as member_slug, m.name as member_name, m.logo as member_logo
from publications p
join stories s on s.id = p.story_id
join versions v on v.story_id = s.id and v.number = s.version
join origins o on o.story_id = s.id
join members m on m.id = p.member_id
where p.shows <> 'nothing';

-- What may be said of a story that was recalled.
create view withdrawn_stories as
select w.story_id as id, p.day, p.slug, w.kind, w.withdrawn_at, m.name as member_name, m.slug as member_slug
from withdrawals w
join publications p on p.story_id = w.story_id
join stories s on s.id = w.story_id
join members m on m.id = s.member_id;
