alter table entry_draft add column comments text not null default '{}';

comment on column entry_draft.comments is 'a JSON object from the key of a figure to a comment on it';
