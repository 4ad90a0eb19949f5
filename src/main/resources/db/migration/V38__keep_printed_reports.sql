-- Reports of releases as PDF files, which take long to print (decision 122). A file is found by the hash of all that was
-- printed and of the program that printed it, so it is never out of date. Nothing is lost if rows are deleted.

create table printed_report (
    digest     varchar(64) primary key,
    release_id text        not null references release on delete cascade,
    edition    varchar(64) not null,
    content    bytea       not null,
    printed_at timestamptz not null
);

create index printed_report_by_release on printed_report (release_id, printed_at);

comment on column printed_report.edition is 'hash of what is known before the report is made: its language, address, errata, program';
