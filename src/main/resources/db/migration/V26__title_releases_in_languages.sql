-- Titles and notes of releases have a text in each of several languages. title and notes keep the English one, or else the
-- first, for instances of an older program that share the database during an update.
alter table release
    add column titles text,
    add column notes_in text;
comment on column release.titles is 'a JSON object from language to text; null if title is all there is, in English';
comment on column release.notes_in is 'a JSON object from language to text; null if notes is all there is, in English';
