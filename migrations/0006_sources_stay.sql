-- A story without a source is one of our own desk, which grants itself whole. So a source that has stories is never
-- deleted: they would be shown beyond its grant. (It is paused.)
alter table stories drop constraint stories_source_id_fkey,
  add constraint stories_source_id_fkey foreign key (source_id) references sources (id);
