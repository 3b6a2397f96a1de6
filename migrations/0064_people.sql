-- What a member tells of itself beside what lists need. A member without a row tells nothing more.
create table member_profiles (
  member_id uuid primary key references members (id) on delete cascade,
  -- Its names in other scripts and languages, and its words about itself, one for each language: the first is its own.
  names jsonb not null default '[]',
  abouts jsonb not null default '[]',
  -- Slugs of topics, and countries it reports from: what it writes about, never where it is.
  topics text[] not null default '{}',
  covers text[] not null default '{}',
  founded int check (founded between 1500 and 2200),
  audience text not null default '',
  place text not null default '',
  place_shown boolean not null default false,
  banner text references media (hash),
  banner_alt text not null default '',
  changed_at timestamptz not null,
  changed_by text not null
);

-- Where else a member is at home. Whether it is theirs is shown by a link back (`rel=me`), looked for again from time to time.
create table member_homes (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  position int not null,
  url text not null,
  name text not null default '',
  verified_at timestamptz,
  checked_at timestamptz,
  lapsed_at timestamptz,
  unique (member_id, url)
);
create index member_homes_by_check on member_homes (checked_at nulls first);

-- Whom to write to, for what. Those that not everybody may read are encrypted.
create table member_contacts (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  position int not null,
  purpose text not null check (purpose in ('press', 'syndication', 'advertising')),
  visibility text not null check (visibility in ('public', 'members', 'staff')),
  words text,
  sealed bytea,
  check (num_nulls(words, sealed) = 1 and (visibility = 'public') = (words is not null))
);
create index member_contacts_of_member on member_contacts (member_id, position);

-- Somebody is asked to sit with a member. Whom it is for is known by the fingerprint of their address.
create table seat_invitations (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  role text not null check (role in ('owner', 'editor', 'contributor')),
  mail_key bytea not null,
  mail bytea not null,
  invited_at timestamptz not null,
  invited_by text not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('accepted', 'declined', 'withdrawn')),
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
create unique index seat_invitations_open on seat_invitations (member_id, mail_key) where ended_at is null;
create index seat_invitations_of_mail on seat_invitations (mail_key) where ended_at is null;

-- Staff give a member another owner because its own cannot be reached. Its people hear of it, and its owners can stop it
-- until it is due; then the new one is invited.
create table owner_changes (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  mail bytea not null,
  language text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  why text not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  outcome text check (outcome in ('done', 'stopped', 'withdrawn')),
  check (num_nulls(ended_at, ended_by, outcome) in (0, 3))
);
create unique index owner_changes_open on owner_changes (member_id) where ended_at is null;

-- A member leaves by its owner's word: after a waiting time in which it can be taken back.
create table member_leavings (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  asked_at timestamptz not null,
  asked_by text not null,
  due_at timestamptz not null,
  -- What becomes of its stories: they keep its name, carry another, or are withdrawn.
  stories text not null check (stories in ('keep', 'pseudonym', 'withdraw')),
  pseudonym text not null default '',
  taken_back_at timestamptz,
  taken_back_by text,
  begun_at timestamptz,
  -- Its names until then, encrypted and only until no story carries one; and the last story that is done.
  names bytea,
  done_to uuid,
  done_at timestamptz,
  check ((stories = 'pseudonym') = (pseudonym <> ''))
);
create unique index member_leavings_open on member_leavings (member_id) where taken_back_at is null;
