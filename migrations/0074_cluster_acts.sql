-- What editors say of stories that carry one text, one act after the other: each can be undone, and what stood before
-- stands again.
create table cluster_acts (
  id uuid primary key,
  -- Which was later: of two stories the last word counts.
  number bigint not null unique generated always as identity,
  kind text not null check (kind in ('together', 'apart')),
  acted_at timestamptz not null,
  -- `account ID`, or `operator`.
  acted_by text not null,
  why text not null default '',
  undone_at timestamptz,
  undone_by text,
  check ((undone_at is null) = (undone_by is null))
);

-- The stories an act was about, and the cluster each stood in before it; those whose words it was are `named`.
create table cluster_act_stories (
  act_id uuid not null references cluster_acts (id) on delete cascade,
  story_id uuid not null references stories (id) on delete cascade,
  was_in uuid references clusters (id) on delete set null,
  named boolean not null,
  primary key (act_id, story_id)
);
create index cluster_act_stories_by_story on cluster_act_stories (story_id);

-- What was said before is kept as acts of its own: of one moment, by one person, with one reason.
alter table cluster_rulings add column act_id uuid references cluster_acts (id) on delete cascade;
insert into cluster_acts (id, kind, acted_at, acted_by, why)
select gen_random_uuid(), kind, ruled_at, ruled_by, why from cluster_rulings group by kind, ruled_at, ruled_by, why
  order by ruled_at;
update cluster_rulings r set act_id = a.id from cluster_acts a
  where (a.kind, a.acted_at, a.acted_by, a.why) = (r.kind, r.ruled_at, r.ruled_by, r.why);
insert into cluster_act_stories (act_id, story_id, named)
select act_id, one, true from cluster_rulings union select act_id, other, true from cluster_rulings;
alter table cluster_rulings alter column act_id set not null;
-- Of what was said of two stories the last act that is not undone counts.
alter table cluster_rulings drop constraint cluster_rulings_pkey, add primary key (one, other, act_id);
alter table cluster_rulings drop column kind, drop column ruled_at, drop column ruled_by, drop column why;
