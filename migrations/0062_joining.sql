-- The way in: whose browser did the work, whom members invite, which members know an applicant, and how many applications a
-- day are no flood.

-- Accounts whose browser did the work when they asked to join. Its holder reads mail there: nothing is kept before that.
create table arrivals (
  account_id uuid primary key references accounts (id) on delete cascade,
  worked_at timestamptz not null
);

-- A member's word that somebody should apply. Whom it is for is known by the address alone, which is encrypted.
create table join_invitations (
  id uuid primary key,
  member_id uuid not null references members (id) on delete cascade,
  invited_at timestamptz not null,
  -- `account ID`.
  invited_by text not null,
  mail_key bytea not null,
  mail bytea not null,
  expires_at timestamptz not null,
  -- Taken back by the member.
  ended_at timestamptz,
  -- What came of it.
  application_id uuid references applications (id) on delete set null
);
create unique index join_invitations_open on join_invitations (member_id, mail_key) where ended_at is null;
create index join_invitations_of_address on join_invitations (mail_key);
create index join_invitations_of_application on join_invitations (application_id) where application_id is not null;
create index join_invitations_by_age on join_invitations (invited_at);

-- Which members an applicant says know them, and what those say. A member that invited somebody may vouch unasked.
create table vouches (
  application_id uuid not null references applications (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  named_at timestamptz,
  -- When the member's people were told.
  asked_at timestamptz,
  answered_at timestamptz,
  -- `account ID`.
  answered_by text,
  answer text check (answer in ('vouches', 'does not know them')),
  words text not null default '',
  primary key (application_id, member_id),
  check (num_nulls(answered_at, answered_by, answer) in (0, 3)),
  check (named_at is not null or answered_at is not null)
);
create index vouches_of_member on vouches (member_id);

-- Two members' vouches are a way in of their own.
alter table applications drop constraint applications_path_check;
alter table applications add constraint applications_path_check check (path in ('open', 'invited', 'vouched', 'flood'));

-- A draft is reminded of once, before it is forgotten.
alter table applications add column reminded_at timestamptz;
create index applications_left on applications (changed_at) where standing = 'draft';
create index applications_by_submission on applications (submitted_at) where submitted_at is not null;

-- More applications in a day than this are a flood: what comes then waits for somebody who knows them.
alter table network add column daily_applications integer not null default 30 check (daily_applications between 1 and 10000);
