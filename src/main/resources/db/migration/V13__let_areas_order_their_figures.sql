-- In which order an area wants its figures with one breakdown to be kept, where figures must be withheld to protect others.

-- Never changed: what holds for an area and dataflow is the last row; one without dimensions takes it back.
create table area_order (
    number     bigint generated always as identity primary key,
    area       text        not null,
    dataflow   text        not null,
    keep       varchar[]   check (cardinality(keep) > 0),
    stated_at  timestamptz not null,
    stated_by  uuid        not null,
    name       text        not null
);
create index area_order_by_area on area_order (area, dataflow, number);

comment on column area_order.keep is 'ids of dimensions, the most valuable first; null where it is taken back';
comment on column area_order.name is 'of the account, as it was then';
