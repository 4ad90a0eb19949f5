-- Mappings of tables in their own layout. A version never changes; a retired mapping keeps its versions for provenance.

create table mapping (
    id         text        primary key,
    area       text        not null,
    number     bigint      not null,
    name       text        not null,
    retired_at timestamptz,
    unique (area, number),
    unique (area, name)
);

comment on column mapping.id is 'the area and the number of the mapping in the area, for example KGZ_3';

create table mapping_version (
    mapping_id    text        not null references mapping,
    version       integer     not null check (version > 0),
    dataflows     text        not null,
    content       text        not null,
    saved_at      timestamptz not null,
    saved_by      uuid        not null,
    saved_by_name text        not null,
    primary key (mapping_id, version)
);

comment on column mapping_version.dataflows is 'the ids of the dataflows, separated by commas';
comment on column mapping_version.content is 'the mapping as a structure message in SDMX-JSON';
