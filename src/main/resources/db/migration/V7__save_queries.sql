-- Queries that somebody wanted a short address for. Never changed and never deleted: the address is quoted in reports.

create table saved_query (
    id         text        primary key,
    release_id varchar     not null references release,
    dataflow   text        not null,
    parameters text        not null,
    created_at timestamptz not null
);
create index saved_query_by_time on saved_query (created_at);

comment on column saved_query.id is 'made of the hash of the release, the dataflow and the parameters';
comment on column saved_query.parameters is 'as in an address: sorted by name, each with its codes in the order of their list';
