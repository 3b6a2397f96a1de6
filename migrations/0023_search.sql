-- The words a story is found by: those of what the gate shows of it, and no others. Made by core/search-words.ts, which
-- cuts languages without spaces as PostgreSQL cannot; stories from before are found by their plain words.
alter table publications add column search tsvector not null default '';
update publications p set search = setweight(to_tsvector('simple', v.headline), 'A')
    || case when p.shows = 'headline' then ''::tsvector else setweight(to_tsvector('simple', v.excerpt), 'B') end
  from stories s join versions v on v.story_id = s.id and v.number = s.version
  where s.id = p.story_id and p.shows <> 'nothing';
create index publications_search on publications using gin (search);

create or replace view published_stories as
select s.id, p.member_id, s.genre, s.sponsored, s.agency, s.version,
  p.published_at, p.updated_at, p.day, p.slug, p.shows, p.pictures as picture_use, p.reason,
  v.headline, v.byline, v.language, v.located, v.keywords, v.kind as change,
  case when p.shows = 'headline' then '' else v.standfirst end as standfirst,
  case when p.shows = 'headline' then '' else v.excerpt end as excerpt,
  case when p.shows = 'full' then v.body else '' end as body,
  case when p.pictures = 'none' then '[]'::jsonb else v.pictures end as pictures,
  o.publisher, o.publisher_url, o.url as origin_url, o.published_at as origin_published_at,
  o.licence, o.licence_url, o.usage_terms,
  m.slug as member_slug, m.name as member_name, m.logo as member_logo,
  p.search
from publications p
join stories s on s.id = p.story_id
join versions v on v.story_id = s.id and v.number = s.version
join origins o on o.story_id = s.id
join members m on m.id = p.member_id
where p.shows <> 'nothing';
