-- Files in a layout of their own: what was received, the mapping and the values that read it, and what it became.

alter table submission add column file_sha256 text;
update submission set file_sha256 = sha256;
alter table submission alter column file_sha256 set not null;
alter table submission add column parameters text not null default '{}';
alter table submission add column mapping_id text;
alter table submission add column mapping_version integer;
alter table submission add constraint submission_mapping_version
    foreign key (mapping_id, mapping_version) references mapping_version (mapping_id, version);

comment on column submission.file_sha256 is 'the hash of the bytes received; sha256 is that of the rows in the columns of the dataflow';
comment on column submission.parameters is 'the values that came with the file, as a JSON object by component';

create index submission_by_file on submission (submitted_by, dataflow, file_sha256);

-- The rows that a mapping made of the file, as SDMX-CSV in pieces.
create table submission_mapped (
    submission_id uuid  not null references submission,
    piece         int   not null,
    content       bytea not null,
    primary key (submission_id, piece)
);
alter table submission_mapped alter column content set storage external;

-- The cells that each of these rows was made of.
create table submission_cell (
    submission_id uuid not null references submission,
    line          int  not null,
    cells         text not null,
    primary key (submission_id, line)
);

comment on column submission_cell.line is 'the line of the row in the SDMX-CSV';
comment on column submission_cell.cells is 'addresses such as Sheet1!D24, one a line of the text';
