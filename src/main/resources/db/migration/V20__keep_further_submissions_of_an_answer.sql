-- An answer to a file that became several submissions names all of them, also when the request is repeated.

alter table idempotent_answer add column others uuid[] not null default '{}';

comment on column idempotent_answer.others is 'the further submissions of the answer, in its order';
