-- What a release carries beside its text, and the working name its editors use. They change with the text, so they are
-- the version's; null wherever there is no such thing, as with everything that feeds bring.
alter table versions
  add column back_matter jsonb,
  add column slugline text not null default '';

-- An advisory is over when its event is. The row without a moment of its end still waits for it: a job writes it, so
-- that no view needs a clock.
create table expiries (
  story_id uuid primary key references stories (id) on delete cascade,
  due_at timestamptz not null,
  expired_at timestamptz
);
create index expiries_due on expiries (due_at) where expired_at is null;

alter table events drop constraint events_kind_check;
alter table events add constraint events_kind_check check (kind in ('published', 'updated', 'corrected', 'clarified', 'noted',
  'held', 'released', 'withdrawn', 'killed', 'expired'));

-- Which pictures of ours a story's newest version has: they are served only while readers may see the story.
create table story_media (
  story_id uuid not null references stories (id) on delete cascade,
  hash text not null references media (hash),
  primary key (story_id, hash)
);
create index story_media_by_hash on story_media (hash);

-- What was put right, for the list of corrections: few among many versions.
create index versions_repairing on versions (story_id, number) where kind in ('correction', 'clarification', 'note');

-- The newest time each story readers may see was put right. A later update hides nothing of it.
create view published_repairs as
select distinct on (v.story_id) v.story_id as id, v.kind, v.created_at as repaired_at
from versions v
join publications p on p.story_id = v.story_id
where v.kind in ('correction', 'clarification', 'note') and p.shows <> 'nothing'
order by v.story_id, v.number desc;

create view published_back_matter as
select p.story_id as id, v.back_matter
from publications p
join stories s on s.id = p.story_id
join versions v on v.story_id = s.id and v.number = s.version
where p.shows = 'full' and v.back_matter is not null;

-- What may be said of an advisory whose event is over: that, and whose it was.
create view expired_stories as
select e.story_id as id, p.day, p.slug, e.expired_at, m.name as member_name, m.slug as member_slug
from expiries e
join publications p on p.story_id = e.story_id
join stories s on s.id = e.story_id
join members m on m.id = s.member_id
where e.expired_at is not null
  and not exists (select from withdrawals w where w.story_id = e.story_id)
  and not exists (select from holds h where h.story_id = e.story_id and h.lifted_at is null);
