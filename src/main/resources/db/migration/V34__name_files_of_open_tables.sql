-- Releases as open tables (decision 112): the snapshot that a release has of each table, and the files that belong to the
-- release. A place is the folder or bucket that holds the files; a release may be in several places.

create table release_table (
    release_id     text   not null references release on delete cascade,
    place          text   not null,
    namespace      text   not null,
    name           text   not null,
    schema_json    text   not null,
    partition_json text   not null,
    snapshot_id    bigint not null,
    manifest_list  text   not null,
    summary_json   text   not null,
    primary key (release_id, place, namespace, name)
);

create table release_table_file (
    release_id text   not null references release on delete cascade,
    place      text   not null,
    path       text   not null,
    sha256     text   not null,
    bytes      bigint not null,
    primary key (release_id, place, path)
);
