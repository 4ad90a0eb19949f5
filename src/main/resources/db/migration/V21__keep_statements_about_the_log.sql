-- The head of the audit log, stated and signed once a day.

create table audit_statement (
    day date primary key,
    seq bigint not null,
    hash text not null,
    at timestamptz not null,
    envelope text not null,
    public_key text
);

comment on table audit_statement is 'the head of the audit log at the first moment of each day (UTC) at which the service ran';
comment on column audit_statement.envelope is 'the signed statement: DSSE 1.0 as JSON, without signatures if the service had no key';
comment on column audit_statement.public_key is 'the key that verifies the statement, in PEM; null without a key';
