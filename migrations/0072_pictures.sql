-- Pictures by where they are: with a publisher, or, of our own releases, in the media store (`/media/HASH`). Each is
-- brought once, whoever shows it; what may be done with it is for the version that shows it to say.
create table pictures (
  url text primary key check (length(url) <= 2000),
  -- Port included; empty for one of our own.
  host text not null generated always as (coalesce(substring(url from '^https?://([^/?#]+)'), '')) stored,
  noted_at timestamptz not null,
  -- Null where nothing more is to be done: it is kept, or refused for good.
  next_try_at timestamptz,
  tries int not null default 0,
  claimed_until timestamptz,
  claimed_by text,
  -- Why we have it not, in words for staff.
  reason text not null default '',
  kept_at timestamptz,
  width int,
  height int,
  -- `#7a1f6b`, seen while it loads.
  colour text,
  -- What is served: [{hash, type, width, height}], the smallest first.
  renditions jsonb not null default '[]',
  -- What the picture's own data said before they were taken out.
  caption text not null default '',
  credit text not null default ''
);
create index pictures_due on pictures (next_try_at) where next_try_at is not null;

-- The pictures of each story's newest version whose licence lets them be shown.
create table story_pictures (
  story_id uuid not null references stories (id) on delete cascade,
  url text not null references pictures (url),
  primary key (story_id, url)
);
create index story_pictures_by_url on story_pictures (url);

-- Of the pictures we keep, those that readers may see, as the gate's stored answer says.
create view published_pictures as
select s.story_id as id, k.url, k.width, k.height, k.colour, k.renditions, k.caption, k.credit
from story_pictures s
join publications p on p.story_id = s.story_id
join pictures k on k.url = s.url
where p.shows in ('excerpt', 'full') and p.pictures <> 'none' and k.kept_at is not null;
