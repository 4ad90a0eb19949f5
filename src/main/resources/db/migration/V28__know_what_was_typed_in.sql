-- Where the rows of a submission come from, and the drafts of people who type figures in.
alter table submission add column origin text not null default 'FILE'
    constraint submission_origin check (origin in ('FILE', 'TYPED', 'DECLARED'));

comment on column submission.origin is
    'FILE: a file that was sent; TYPED: figures that were typed in; DECLARED: a declaration that there are no figures';

create table entry_draft (
    account    uuid        not null references account (id),
    round      text        not null,
    area       text        not null,
    dataflow   text        not null,
    version    bigint      not null,
    cells      text        not null,
    cell_count integer     not null,
    changed_at timestamptz not null,
    primary key (account, round, area, dataflow)
);

comment on table entry_draft is 'figures that a person types in for a round and has perhaps not submitted yet';
comment on column entry_draft.version is 'grows by one with each change, so that two windows do not overwrite each other';
comment on column entry_draft.cells is 'a JSON object from the key of a figure to what was typed for it';

create index entry_draft_changed on entry_draft (changed_at);

alter table entry_draft enable row level security;
create policy own_areas on entry_draft using (
    (select sees_all_areas())
    or account = (select own_account()) and area = any ((select own_areas())::text[]));
