-- When a home is looked at next, and since when its link back has not been found. Those saved before are looked at now.
alter table member_homes
  add column next_check_at timestamptz not null default now(),
  add column failures int not null default 0,
  add column failing_since timestamptz;
alter table member_homes alter column next_check_at drop default;
drop index member_homes_by_check;
create index member_homes_due on member_homes (next_check_at);
