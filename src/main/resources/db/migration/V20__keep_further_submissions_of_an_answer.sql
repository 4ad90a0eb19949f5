-- An answer to a file that became several submissions names all of them, also when the request is repeated.
-- A state of the main branch had the column in V18, see beforeValidate.sql.

alter table idempotent_answer add column if not exists others uuid[] not null default '{}';

comment on column idempotent_answer.others is 'the further submissions of the answer, in its order';
