-- What an application says of its mark: what it shows, for people who do not see it, and who made it.
alter table applications add column logo_alt text not null default '';
alter table applications add column logo_credit text not null default '';
-- What was handed in: name, size, and what the picture carried that was removed; or which drawing of ours was chosen.
alter table applications add column logo_origin jsonb;
-- Said, not forgotten: it publishes without a site of its own.
alter table applications add column without_site boolean not null default false;
-- What was seen at the site: the feed found there, or why there was none.
alter table applications add column site_seen jsonb;
-- Steps that were saved at least once.
alter table applications add column steps text[] not null default '{}';
create index applications_of_account on applications (account_id, begun_at);
create index applications_by_logo on applications (logo) where logo is not null;

-- What an applicant answered to a question of the moderators: encrypted, for them alone.
create table application_answers (
  id uuid primary key,
  application_id uuid not null references applications (id) on delete cascade,
  -- Which question it answers; null when that is gone.
  decision_id uuid references decisions (id) on delete set null,
  answered_at timestamptz not null,
  words bytea not null
);
create index application_answers_of on application_answers (application_id, answered_at);

-- The member's own words for its logo, where the logo stands for more than the name beside it.
alter table members add column logo_alt text not null default '';
alter table members add column logo_credit text not null default '';
