-- What need not be audited or searched again.

-- Confidential. Each row is an audit that computed no hidden figure of a year.
create table audit_receipt (
    digest   text        primary key,
    added_at timestamptz not null default now()
);

comment on column audit_receipt.digest is
    'SHA-256 of everything that the audit read: the year in all releases, the schemas, the version of the audit';

-- Confidential. The figures of the years of published and scheduled releases, which never change.
create table release_year (
    release_id text not null references release on delete cascade,
    settings   text not null,
    vintage    text not null,
    year       text not null,
    digest     text not null,
    primary key (release_id, settings, vintage, year)
);

comment on column release_year.settings is 'SHA-256 of the schemas and versions with which the digest was made';
comment on column release_year.vintage is 'the id of the release, or with @ and a source for its figures of that source';
comment on column release_year.digest is 'SHA-256 of the published and compiled figures of the year';

alter table release add column policy text;

comment on column release.policy is
    'SHA-256 of the thresholds, ranks, orders and version that protected the release; null for the first releases';
