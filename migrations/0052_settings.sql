-- How far the set-up in a browser came, and when it was finished: it is gone through once. A network that has members was
-- set up already, by commands.
alter table network add column set_up_at timestamptz, add column set_up_step text;
update network set set_up_at = created_at where exists (select from members);

-- Every change of a setting: who, when, before and after, each as people write it. So that it can be told, and undone.
create table network_changes (
  -- Sorts by the moment of the change.
  id uuid primary key,
  changed_at timestamptz not null,
  -- `account ID`, or `operator` for a command.
  changed_by text not null,
  -- A fact's key (`name`, `time-zone` …), `front` or `topics`.
  setting text not null,
  before text not null,
  after text not null
);
