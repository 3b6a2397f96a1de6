-- What a list says of stories it no longer holds: which, and since when; and what tells whose list they stood in.
create view tombstones as
select w.story_id as id, w.withdrawn_at, p.day, s.member_id, s.genre,
  array(select distinct v.language from versions v where v.story_id = w.story_id) as languages,
  array(select t.topic from story_topics t where t.story_id = w.story_id) as topics,
  array(select c.country::text from story_places c where c.story_id = w.story_id) as countries
from withdrawals w
join publications p on p.story_id = w.story_id
join stories s on s.id = w.story_id;

-- Feeds ask for those of the last months.
create index withdrawals_by_time on withdrawals (withdrawn_at desc);
