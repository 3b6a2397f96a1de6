-- A decision takes effect ten minutes after it was made: until then any moderator can take it back, and nobody is told.
alter table decisions add column carried_out_at timestamptz;
-- Why, as the public log tells it: one of a list, so that nobody can be named by it. `why` is for staff alone.
alter table decisions add column ground text not null default '';
create unique index decisions_pending on decisions (application_id) where carried_out_at is null and undone_at is null;
create index decisions_by_moment on decisions (decided_at) where carried_out_at is not null;
-- In which order applications are looked at: known to somebody here, worked for, the others, those with signs against them,
-- those of a flood. As `queueGroup` in core/member/queue-order.ts.
create function application_group(path text, worked boolean, signs jsonb) returns smallint language sql immutable parallel safe
  return case when path = 'flood' then 4
    when jsonb_path_exists(signs, '$[*] ? (@.code == "like-refused" || @.code == "commerce" || (@.code == "site-of-applicant" && @.refused == true))') then 3
    when path in ('invited', 'vouched') then 0 when worked then 1 else 2 end;
create index applications_queue on applications (application_group(path, worked, signs), submitted_at, id) where standing = 'waiting';
create index applications_returned on applications (changed_at, id) where standing = 'returned';
create index applications_by_name on applications (lower(name)) where submitted_at is not null;
create index applications_by_host on applications (substring(lower(site_url) from '^https?://(?:www\.)?([^/?#]+)')) where submitted_at is not null;

-- Who has an application before them now: told to the others, and runs out by itself.
create table application_readings (
  application_id uuid not null references applications (id) on delete cascade,
  account_id uuid not null references accounts (id) on delete cascade,
  until timestamptz not null,
  primary key (application_id, account_id)
);

-- Until when somebody of the staff is away.
create table absences (
  account_id uuid primary key references accounts (id) on delete cascade,
  until timestamptz not null,
  said_at timestamptz not null
);

-- What a member was told it must not do again. It changes nothing else.
create table warnings (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  warned_at timestamptz not null,
  warned_by text not null,
  ground text not null,
  why text not null,
  words text not null
);
create index warnings_of_member on warnings (member_id, warned_at);

alter table suspensions add column ground text not null default 'other';
create index suspensions_due on suspensions (until) where ended_at is null and until is not null;

-- A member that was put out of the network, and what becomes of its stories.
create table removals (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  removed_at timestamptz not null,
  removed_by text not null,
  ground text not null,
  why text not null,
  words text not null,
  stories text not null check (stories in ('stay', 'withdrawn')),
  -- Since an appeal was granted.
  ended_at timestamptz,
  ended_by text,
  check (num_nulls(ended_at, ended_by) in (0, 2))
);
create unique index removals_in_force on removals (member_id) where ended_at is null;

-- One may ask another person to look again, once: at a refusal, a suspension or a removal.
create table appeals (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  decision_id uuid unique references decisions (id) on delete cascade,
  suspension_id uuid unique references suspensions (id) on delete cascade,
  removal_id uuid unique references removals (id) on delete cascade,
  given_at timestamptz not null,
  language text not null,
  -- Encrypted; forgotten a year after it was decided.
  words bytea,
  decided_at timestamptz,
  decided_by text,
  outcome text check (outcome in ('stands', 'granted')),
  why text,
  answer text,
  check (num_nonnulls(decision_id, suspension_id, removal_id) = 1),
  check (num_nulls(decided_at, decided_by, outcome, why, answer) in (0, 5))
);
create index appeals_open on appeals (given_at) where decided_at is null;

-- To whom appeals go where there is no second moderator: a name and a mail address, `Ada Wong <ada@example.org>`.
alter table network add column appeals_to text not null default '';

-- Notices may be about a member.
alter table notices add column member_id uuid references members (id) on delete set null;
create index holds_now on holds (held_at, id) where lifted_at is null;
