-- What people who look after sources see and do: how each did day by day, what is removed and can be taken back,
-- readings anew, and lists of feeds that are brought in.

-- The ledger, added up by the network's days: it is shown at a glance, and outlives the ledger's lines.
create table source_days (
  source_id uuid not null references sources (id) on delete cascade,
  day date not null,
  visits int not null default 0,
  failed int not null default 0,
  items_new int not null default 0,
  primary key (source_id, day)
);
insert into source_days (source_id, day, visits, failed, items_new)
select source_id, (at at time zone (select time_zone from network))::date, count(*), count(*) filter (where outcome = 'failed'),
  sum(items_new)
from visits group by 1, 2;
create index source_days_by_age on source_days (day);

-- A source is removed while a row that was not undone stands here. It is carried out when it is due: until then nothing
-- is lost. One that has stories stays as a row after that, because its grant says how much of them is shown.
create table source_removals (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  removed_at timestamptz not null,
  removed_by text not null,
  -- Whether its stories are withdrawn with it.
  takes_down boolean not null,
  due_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  undone_by text,
  check (num_nulls(undone_at, undone_by) in (0, 2))
);
create unique index source_removals_standing on source_removals (source_id) where undone_at is null;
create index source_removals_due on source_removals (due_at) where undone_at is null and done_at is null;

-- Readings anew that somebody asked for, and what came of each.
create table source_rereads (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  asked_at timestamptz not null,
  asked_by text not null,
  done_at timestamptz,
  items int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  refused int not null default 0,
  forgotten int not null default 0
);
create index source_rereads_by_source on source_rereads (source_id, asked_at desc);

-- Lists of feeds (OPML) that were handed in: looked at first, then begun with, then done.
create table source_imports (
  id uuid primary key,
  handed_in_at timestamptz not null,
  handed_in_by text not null,
  title text not null,
  begun_at timestamptz,
  done_at timestamptz,
  -- What becomes of feeds that are on no member's site: left out, given to one member, or to a new member each.
  others text check (others in ('leave', 'one', 'new')),
  member_id uuid references members (id),
  shows text check (shows in ('headline', 'excerpt', 'full')),
  pictures text check (pictures in ('none', 'credit', 'republish')),
  agent text check (agent in ('named', 'neutral'))
);
create index source_imports_by_age on source_imports (handed_in_at);

create table source_import_lines (
  import_id uuid not null references source_imports (id) on delete cascade,
  position int not null,
  title text not null,
  url text not null,
  site_url text,
  language text,
  -- Whose site it is on, where that can be told.
  member_id uuid references members (id),
  outcome text not null check (outcome in ('ready', 'there', 'twice', 'no address', 'added', 'left out', 'name taken')),
  source_id uuid references sources (id) on delete set null,
  primary key (import_id, position)
);
create index source_import_lines_by_outcome on source_import_lines (import_id, outcome, position);
create index source_import_lines_by_source on source_import_lines (source_id);
