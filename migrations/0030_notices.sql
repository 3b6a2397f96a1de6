-- What somebody told staff about a story or the network. Nothing here tells who: what was written and how its writer can
-- be reached are encrypted with the program's secret, and erased some time after the decision.
create table notices (
  -- What its sender quotes: random, so that nobody finds another's.
  number text primary key check (number ~ '^\d{4}-\d{4}-\d{4}$'),
  reason text not null check (reason in ('wrong', 'illegal', 'mine', 'danger', 'other')),
  story_id uuid references stories (id) on delete set null,
  -- The language it was given in, to answer in.
  language text not null,
  received_at timestamptz not null,
  address bytea,
  words bytea,
  contact bytea,
  closed_at timestamptz,
  closed_by text,
  -- What was decided, in words for whoever has the number.
  why text,
  check (num_nulls(closed_at, closed_by, why) in (0, 3))
);
create index notices_open on notices (received_at) where closed_at is null;
create index notices_of_story on notices (story_id) where story_id is not null;
