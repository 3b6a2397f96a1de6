-- Seats: which people may act for which member. A seat that ended stays on record.
create table seats (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  account_id uuid not null references accounts (id) on delete cascade,
  role text not null check (role in ('owner', 'editor', 'contributor')),
  given_at timestamptz not null,
  -- `account ID`, or `operator`.
  given_by text not null,
  -- Null while somebody whose member was moved in from an older system has not shown that it is theirs: such a seat opens
  -- nothing.
  claimed_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check (num_nulls(ended_at, ended_by) in (0, 2))
);
create unique index seats_taken on seats (member_id, account_id) where ended_at is null;
create index seats_of_account on seats (account_id) where ended_at is null;

-- A request to join, filled in step by step. Until people have approved it there is no member, and no public page knows of it.
create table applications (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  -- The language of the interface it is filled in in: answers come in it.
  interface text not null,
  kind text check (kind in ('newspaper', 'magazine', 'journal', 'website', 'directory', 'radio', 'television', 'podcast',
    'agency', 'organisation', 'press-office', 'freelance')),
  name text not null default '',
  -- Where it publishes, and the feed that was found or named.
  site_url text,
  feed_url text,
  country char(2),
  country_shown boolean not null default false,
  place text not null default '',
  place_shown boolean not null default false,
  languages text[] not null default '{}',
  about text not null default '',
  -- How staff reach it: encrypted, and never shown to anybody else.
  contact bytea,
  logo text references media (hash),
  -- How it came: an open door, an invitation of a member, or an open door while too many come.
  path text not null default 'open' check (path in ('open', 'invited', 'flood')),
  -- Whether the browser did the work that spam programs would have to do for each.
  worked boolean not null default false,
  standing text not null default 'draft' check (standing in ('draft', 'waiting', 'returned', 'held', 'approved', 'refused',
    'withdrawn', 'expired')),
  submitted_at timestamptz,
  -- What a person should look at first, each a code with what it is about; made when it is submitted, never a score.
  signs jsonb not null default '[]',
  member_id uuid references members (id) on delete set null
);
create unique index applications_open on applications (account_id) where standing in ('draft', 'waiting', 'returned', 'held');
create index applications_waiting on applications (submitted_at) where standing in ('waiting', 'held');
create index applications_by_change on applications (changed_at);

-- What was decided about an application, by whom and why. One that was taken back within its time stays on record.
create table decisions (
  id uuid primary key,
  application_id uuid not null references applications (id) on delete cascade,
  kind text not null check (kind in ('approved', 'returned', 'refused', 'held')),
  decided_at timestamptz not null,
  decided_by text not null,
  -- For staff and, without names, for the public log.
  why text not null,
  -- What the applicant is told or asked.
  words text not null default '',
  undone_at timestamptz,
  undone_by text,
  check (num_nulls(undone_at, undone_by) in (0, 2))
);
create index decisions_of_application on decisions (application_id, decided_at);

-- A member that may not act for a while, or not until somebody says so. What is theirs stays where it is.
create table suspensions (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  begun_at timestamptz not null,
  begun_by text not null,
  why text not null,
  -- What the member is told.
  words text not null default '',
  -- What happens to its stories meanwhile.
  stories text not null check (stories in ('stay', 'held')),
  until timestamptz,
  ended_at timestamptz,
  ended_by text,
  check (num_nulls(ended_at, ended_by) in (0, 2))
);
create unique index suspensions_in_force on suspensions (member_id) where ended_at is null;

-- Since when a member is none any more: it left, or was removed. Its page tells that; its stories are as they chose.
alter table members add column left_at timestamptz;

-- Links to people who have no account yet: it is made when they come. Counted by the fingerprint of the address.
alter table links add column mail_key bytea;
alter table links drop constraint links_purpose_check;
alter table links add constraint links_purpose_check check (purpose in ('sign-in', 'new-mail', 'set-up', 'invitation', 'join'));
alter table links drop constraint links_check;
alter table links add constraint links_check check (account_id is not null or purpose in ('set-up', 'join'));
create index links_of_address on links (mail_key, made_at) where mail_key is not null;
