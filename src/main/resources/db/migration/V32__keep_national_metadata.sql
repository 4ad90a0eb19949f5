-- What each area counts and how: every version that its submitters wrote, and when they confirmed that it still holds.

create table national_metadata (
    area varchar(3) not null,
    version int not null,
    dataflow varchar(100),
    content text not null,
    status varchar(9) not null check (status in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    written_at timestamptz not null,
    written_by uuid not null,
    written_by_name text not null,
    decided_at timestamptz,
    decided_by uuid,
    decided_by_name text,
    reason text,
    primary key (area, version),
    check ((decided_at is null) = (status = 'SUBMITTED')),
    check ((reason is null) = (status <> 'RETURNED'))
);

create unique index national_metadata_waits_once on national_metadata (area, coalesce(dataflow, ''))
    where status = 'SUBMITTED';
create index national_metadata_accepted on national_metadata (area, dataflow, version) where status = 'ACCEPTED';

comment on column national_metadata.dataflow is 'null if the metadata are about all dataflows of the area';
comment on column national_metadata.content is 'a JSON object with codes and texts by attribute, and the breaks';
comment on column national_metadata.reason is 'why a reviewer returned the version';

create table metadata_confirmation (
    id bigint generated always as identity primary key,
    area varchar(3) not null,
    version int not null,
    round_id varchar(100),
    confirmed_at timestamptz not null,
    confirmed_by uuid not null,
    confirmed_by_name text not null,
    foreign key (area, version) references national_metadata (area, version)
);

create index metadata_confirmation_of_version on metadata_confirmation (area, version, confirmed_at);

comment on column metadata_confirmation.round_id is 'the collection round in which the area was asked; null outside of rounds';

do $$
declare
    name text;
begin
    foreach name in array array['national_metadata', 'metadata_confirmation'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy own_areas on %I using ((select sees_all_areas())'
                       ' or area = any ((select own_areas())::text[]))', name);
    end loop;
end $$;

-- Accepted versions and their confirmations are public.
create policy accepted_is_public on national_metadata for select using (status = 'ACCEPTED');
create policy confirmed_is_public on metadata_confirmation for select using (true);
