-- Proofs of site: that a member, or somebody who asks to become one, speaks for a site or a feed.
create table site_proofs (
  id uuid primary key,
  application_id uuid references applications (id) on delete cascade,
  member_id uuid references members (id) on delete cascade,
  -- What is spoken for, as it was named: a site, a page or a feed.
  address text not null,
  host text not null,
  -- What they put there.
  token text not null unique,
  asked_at timestamptz not null,
  -- `account ID`.
  asked_by text not null,
  -- Null until it is proved.
  way text check (way in ('rel-me', 'file', 'dns', 'feed', 'mail', 'moderator')),
  proved_at timestamptz,
  -- `wireroom`, or, where a person was convinced, `account ID`.
  proved_by text,
  -- Where it was seen, for ways that are seen at an address.
  seen_url text,
  -- In the words of the moderator who was convinced.
  why text not null default '',
  checked_at timestamptz,
  next_check_at timestamptz,
  -- Looks in a row that found no proof where there was one, and when the first was.
  failures integer not null default 0,
  failing_since timestamptz,
  lapsed_at timestamptz,
  -- Since when a moderator is asked to look privately, and what was said to them: encrypted.
  private_at timestamptz,
  private_words bytea,
  check (num_nulls(application_id, member_id) = 1),
  check (num_nulls(way, proved_at, proved_by) in (0, 3))
);
create unique index site_proofs_of_member on site_proofs (member_id, address) where member_id is not null;
create unique index site_proofs_of_application on site_proofs (application_id, address) where application_id is not null;
create index site_proofs_due on site_proofs (next_check_at) where next_check_at is not null;
create index site_proofs_private on site_proofs (private_at) where private_at is not null;

-- Letters to a mailbox at a site, each with a link that proves it once. Which mailbox it was is not kept; how many went to a
-- host, and at whose wish, is counted, whatever becomes of the proof.
create table proof_letters (
  token_hash bytea primary key,
  proof_id uuid references site_proofs (id) on delete set null,
  host text not null,
  -- `account ID`.
  sent_by text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);
create index proof_letters_of_proof on proof_letters (proof_id);
create index proof_letters_by_time on proof_letters (sent_at);

-- Sources that nobody visits until a person has looked, because what they are on seems to be somebody else's now.
create table quarantines (
  id uuid primary key,
  source_id uuid not null references sources (id) on delete cascade,
  since timestamptz not null,
  -- `wireroom`.
  by text not null,
  -- What was seen: each a code with what it is about.
  why jsonb not null,
  ended_at timestamptz,
  ended_by text,
  ending text check (ending in ('fine', 'not-theirs')),
  -- The words of whoever ended it.
  words text not null default '',
  check (num_nulls(ended_at, ended_by, ending) in (0, 3))
);
create unique index quarantines_in_force on quarantines (source_id) where ended_at is null;

-- What a source and its site were like when they were last found in order, and when they are looked at next.
create table source_traits (
  source_id uuid primary key references sources (id) on delete cascade,
  seen_at timestamptz not null,
  traits jsonb not null
);
