-- Cells that were read with another text, and the submissions that came from one file together.

alter table submission add column corrections text not null default '[]';
alter table submission add column links uuid[] not null default '{}';

comment on column submission.corrections is 'an array of {cell, old, new} as JSON, sorted by cell; the file stays as received';
comment on column submission.links is 'the other submissions that came from the same file at the same time';
