-- Work that goes on after the reply: its state, and what it answers for a while after its end. Any instance can tell how
-- far a job is; the one that does it says so from time to time, and a job of which nothing was heard is lost.

create table job (
    id               uuid primary key,
    kind             text        not null,
    account          uuid,
    state            text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    stage            text        not null,
    percent          int         not null check (percent between 0 and 100),
    created_at       timestamptz not null,
    heard_at         timestamptz not null,
    finished_at      timestamptz,
    cancel_requested boolean     not null default false,
    status           int,
    bytes            bigint      not null default 0,
    location         text,
    media_type       text,
    language         text,
    file_name        text
);
create index job_by_end on job (finished_at);

create table job_result (
    job_id  uuid  not null references job on delete cascade,
    piece   int   not null,
    content bytea not null,
    primary key (job_id, piece)
);
alter table job_result alter column content set storage external;
