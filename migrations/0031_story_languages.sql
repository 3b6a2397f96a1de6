-- Lists of one language with its varieties: pt finds pt-BR.
create index versions_by_language on versions (language text_pattern_ops, story_id);
