-- What disclosure control rests on: the thresholds that areas state for their own figures, the releases that a draft was
-- protected against, and what a release holds but doesn't publish.

-- Never changed: what holds for an area and dataflow is the last row; one without a threshold takes it back.
create table area_threshold (
    number     bigint generated always as identity primary key,
    area       text        not null,
    dataflow   text        not null,
    threshold  int check (threshold between 3 and 100),
    stated_at  timestamptz not null,
    stated_by  uuid        not null,
    name       text        not null
);
create index area_threshold_by_area on area_threshold (area, dataflow, number);

comment on column area_threshold.threshold is 'counts from 1 to below it are withheld; null where it is taken back';
comment on column area_threshold.name is 'of the account, as it was then';

alter table release add column protected_against varchar[] not null default '{}';

comment on column release.protected_against is
    'content hashes of the releases that were published or scheduled when the draft was made';

-- Confidential. The figures of a release that are not published as they were compiled, as compressed text: with the
-- dataset they give back what was compiled then.
create table release_unpublished (
    release_id text   not null,
    dataflow   text   not null,
    figures    bigint not null,
    content    bytea  not null,
    primary key (release_id, dataflow),
    foreign key (release_id, dataflow) references release_content on delete cascade
);
alter table release_unpublished alter column content set storage external;

create trigger release_unpublished_is_final before insert or update or delete on release_unpublished
    for each row execute function refuse_change_of_published_content();
