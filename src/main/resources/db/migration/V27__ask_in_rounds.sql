-- Rounds of collection: what is asked of which areas until when (decision 104). The state of an area's part follows from what
-- happened and is never stored.

create table collection_round (
    id              text        primary key,
    title           text        not null,
    dataflows       text[]      not null,
    years           text[]      not null,
    opens_at        timestamptz not null,
    closes_at       timestamptz not null,
    guidance        text,
    contact         text        not null,
    closed_at       timestamptz,
    created_at      timestamptz not null,
    created_by      uuid        not null,
    created_by_name text        not null,
    check (closes_at > opens_at)
);
create index collection_round_by_opening on collection_round (opens_at desc, id);

comment on column collection_round.title is 'a JSON object from language to text; guidance, too';
comment on column collection_round.closes_at is 'the deadline; later answers are late until closed_at';

create table collection_round_area (
    round_id       text        not null references collection_round,
    area           text        not null,
    opened_at      timestamptz,
    extended_until timestamptz,
    asked_until    timestamptz,
    asked_text     text,
    asked_at       timestamptz,
    granted        boolean,
    decision_text  text,
    decided_at     timestamptz,
    primary key (round_id, area)
);
create index collection_round_area_by_area on collection_round_area (area);

comment on column collection_round_area.opened_at is 'the time at which a submitter of the area first opened its part';
comment on column collection_round_area.asked_until is
    'the last extension that the area asked for; extended_until is the last one that was granted';

-- The years of which a submission has rows, counted once, because its rows never change.
create table submission_year (
    submission_id uuid   not null references submission,
    area          text   not null,
    period        text   not null,
    figures       bigint not null,
    statuses      text[] not null,
    withdrawals   bigint not null,
    primary key (submission_id, area, period)
);
create index submission_year_by_period on submission_year (period, area);

comment on column submission_year.figures is 'the number of rows with a value';
comment on column submission_year.statuses is 'the observation statuses of rows without a value, each once';

insert into submission_year (submission_id, area, period, figures, statuses, withdrawals)
select submission_id, area, period, count(value),
       coalesce(array_agg(distinct status) filter (where value is null and status is not null), '{}'),
       count(*) filter (where action = 'D')
from submitted_value_row group by submission_id, area, period;

alter table collection_round_area enable row level security;
create policy own_areas on collection_round_area using (
    (select sees_all_areas()) or area = any ((select own_areas())::text[]));

alter table submission_year enable row level security;
create policy own_areas on submission_year using (
    (select sees_all_areas()) or exists (select from submission s where s.id = submission_id));
