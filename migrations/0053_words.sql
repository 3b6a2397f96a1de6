-- What a network says in its own words, by language and message: {"es": {"about.what": "…"}}.
alter table network add column words jsonb not null default '{}';
