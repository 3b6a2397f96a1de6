-- What the front page holds, as somebody wrote it (core/front-sections.ts); null: the program's own.
alter table network add column front_sections text;
