-- Titles and notes of releases have a text in each of several languages. Those from before are in English.
alter table release
    alter column title type text using jsonb_build_object('en', title)::text,
    alter column notes type text using case when notes <> '' then jsonb_build_object('en', notes)::text end;
comment on column release.title is 'a JSON object from language to text';
comment on column release.notes is 'a JSON object from language to text; null without notes';
