-- What areas send, and what became of it. A submission's rows are stored once, when it is received; accepting it adds
-- one row to "acceptance". What holds for a key is the row of the latest accepted submission that has the key.

create table submission (
    id                uuid primary key,
    dataflow          text        not null,
    mode              text        not null check (mode in ('MERGE', 'REPLACE')),
    status            text        not null check (status in
                      ('INVALID', 'NEEDS_JUSTIFICATION', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    areas             varchar[]   not null,
    periods           varchar[]   not null,
    sha256            text        not null,
    bytes             bigint      not null,
    row_count         bigint      not null,
    file_name         text,
    media_type        text        not null,
    received_at       timestamptz not null,
    submitted_by      uuid        not null,
    submitter_name    text        not null,
    report_head       text        not null,
    error_count       bigint      not null,
    warning_count     bigint      not null,
    information_count bigint      not null,
    findings_total    bigint      not null
);
create index submission_by_arrival on submission (received_at desc, id);
create index submission_by_content on submission (submitted_by, dataflow, sha256);
create index submission_pending on submission (dataflow, status) where status in ('NEEDS_JUSTIFICATION', 'SUBMITTED');

create table submission_event (
    submission_id uuid        not null references submission,
    number        int         not null,
    status        text        not null,
    at            timestamptz not null,
    actor         uuid        not null,
    actor_name    text        not null,
    comment       text,
    primary key (submission_id, number)
);

-- The very bytes received, in pieces, so that no file need fit in memory.
create table submission_file (
    submission_id uuid  not null references submission,
    piece         int   not null,
    content       bytea not null,
    primary key (submission_id, piece)
);
alter table submission_file alter column content set storage external;

-- The findings of the report, in pages, compressed by the program.
create table submission_findings (
    submission_id uuid  not null references submission,
    page          int   not null,
    content       bytea not null,
    primary key (submission_id, page)
);
alter table submission_findings alter column content set storage external;

create table justification (
    id            bigint generated always as identity primary key,
    submission_id uuid        not null references submission,
    rule          text        not null,
    line          int,
    series_key    text,
    text          text        not null,
    at            timestamptz not null,
    actor         uuid        not null,
    actor_name    text        not null
);
create index justification_by_submission on justification (submission_id);

-- Answers kept for Idempotency-Key: same key and request, same answer.
create table idempotent_answer (
    account       uuid        not null,
    key           text        not null,
    fingerprint   text        not null,
    submission_id uuid references submission,
    status        int         not null,
    at            timestamptz not null,
    primary key (account, key)
);

create table submitted_value (
    submission_id   uuid    not null,
    dataflow        text    not null,
    area            text    not null,
    period          text    not null,
    series_key      text    not null collate "C",
    line            int,
    record          int,
    action          char(1) not null check (action in ('M', 'R', 'D')),
    value           bigint check (value >= 0),
    status          text,
    confidentiality text,
    attributes      jsonb
);
create index submitted_value_by_area on submitted_value (area, dataflow);
create index submitted_value_by_submission on submitted_value (submission_id);
create index submitted_value_with_attributes on submitted_value (area, dataflow) where attributes is not null;

create table acceptance (
    number        bigint primary key,
    submission_id uuid        not null unique references submission,
    dataflow      text        not null,
    accepted_at   timestamptz not null,
    accepted_by   uuid        not null
);

-- Every value that was ever accepted, with the instants from and until which it held.
create view accepted_history as
select v.dataflow, v.area, v.series_key, v.value, v.status, v.confidentiality, v.attributes,
       v.action = 'D' as withdrawn, v.submission_id, v.line, a.number as acceptance, a.accepted_at as valid_from,
       lead(a.accepted_at) over (partition by v.dataflow, v.series_key order by a.number) as valid_to
from submitted_value v
join acceptance a on a.submission_id = v.submission_id;
