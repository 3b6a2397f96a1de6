-- People's doors. What signs somebody in stands in accounts; who they are (mail address, name) stands apart in
-- identities, encrypted with the program's secret, so that neither a copy of the database nor a mistaken join tells it.
create table accounts (
  id uuid primary key,
  created_at timestamptz not null,
  -- The language their mails are written in.
  language text not null,
  -- argon2id in PHC's format; null for who signs in by passkey or by links in mails.
  password text,
  password_set_at timestamptz,
  -- The shared secret of an authenticator program, encrypted; it counts once it was confirmed by a code.
  totp bytea,
  totp_since timestamptz,
  -- The step of the last code taken: none is taken twice.
  totp_step bigint not null default 0,
  -- Whether mails keep the network's name out of their subjects.
  discreet boolean not null default true
);

create table identities (
  account_id uuid primary key references accounts (id) on delete cascade,
  -- A keyed hash of the address: it can be found by who knows it and the secret, and not be read.
  mail_key bytea not null unique,
  mail bytea not null,
  mail_confirmed_at timestamptz,
  name bytea
);

create table sessions (
  id uuid primary key,
  -- SHA-256 of what the browser's cookie holds.
  token_hash bytea not null unique,
  account_id uuid not null references accounts (id) on delete cascade,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  way text not null check (way in ('password', 'passkey', 'link', 'code', 'set-up')),
  -- When whoever sits there last proved who they are: what could lock them out asks for it again.
  proved_at timestamptz not null,
  -- The password was right, and the code of the authenticator is still owed: such a session opens nothing.
  is_half boolean not null default false
);
create index sessions_of_account on sessions (account_id);
create index sessions_by_expiry on sessions (expires_at);

create table passkeys (
  id bytea primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  -- Kept by a cloud of the maker, so that a lost device loses nothing.
  is_backed_up boolean not null default false,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_of_account on passkeys (account_id);

-- Each is used once, and only its hash is kept.
create table recovery_codes (
  account_id uuid not null references accounts (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- What a link in a mail, or the one `start` prints, leads to. A link works once.
create table links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'new-mail', 'set-up', 'invitation')),
  account_id uuid references accounts (id) on delete cascade,
  -- What it is about beside the account, encrypted.
  about bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  check (account_id is not null or purpose = 'set-up')
);
create index links_of_account on links (account_id);
create index links_by_expiry on links (expires_at);

-- Challenges of passkeys that were answered: an answer is taken once.
create table answered_challenges (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);

-- Wrong passwords and codes of the last hour, for an address whether or not it is somebody's.
create table failed_sign_ins (
  mail_key bytea not null,
  failed_at timestamptz not null
);
create index failed_sign_ins_of_address on failed_sign_ins (mail_key, failed_at);
create index failed_sign_ins_by_age on failed_sign_ins (failed_at);

-- What staff may do, each right by itself. Rights that were taken back stay on record.
create table rights (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  right_name text not null check (right_name in ('administrator', 'editor', 'moderator')),
  granted_at timestamptz not null,
  granted_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  check (num_nulls(revoked_at, revoked_by) in (0, 2))
);
create unique index rights_in_force on rights (account_id, right_name) where revoked_at is null;

-- What staff did that can hurt: who, what, to what, and why. An account that is gone leaves its number.
create table staff_acts (
  id uuid primary key,
  acted_at timestamptz not null,
  -- `account ID`, or `operator` for a command.
  acted_by text not null,
  act text not null,
  about text not null,
  why text not null default ''
);
create index staff_acts_by_time on staff_acts (acted_at desc, id);
