create table account (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    roles varchar[] not null check (cardinality(roles) > 0),
    areas varchar[] not null,
    demo boolean not null default false,
    created_at timestamptz not null,
    closed_at timestamptz
);

create table account_token (
    id uuid primary key,
    account_id uuid not null references account (id),
    hash bytea not null unique check (length(hash) = 32),
    prefix text not null,
    one_time boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
);

create index account_token_by_account on account_token (account_id);

comment on column account_token.hash is 'SHA-256 of the token; the token itself is kept nowhere';
comment on column account_token.expires_at is 'null only for the demo''s tokens, which work only with the demo on';

create table audit_entry (
    seq bigint primary key,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    action text not null,
    subject text not null,
    from_hash text check (from_hash ~ '^[0-9a-f]{64}$'),
    to_hash text check (to_hash ~ '^[0-9a-f]{64}$'),
    detail jsonb not null,
    prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

create index audit_entry_by_actor on audit_entry (actor, seq);
create index audit_entry_by_action on audit_entry (action, seq);
create index audit_entry_by_subject on audit_entry (subject, seq);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'entries of the audit log are never changed';
end $$;

create trigger audit_entry_rows_stay before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_table_stays before truncate on audit_entry
    for each statement execute function refuse_audit_change();

-- The lock lasts until the transaction ends, so entries are appended one transaction after another, whatever the
-- instance. The read is a statement of its own: it sees what the former holder of the lock has committed.
create function lock_audit_head() returns table (seq bigint, hash text) language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7421190351);
    return query select e.seq, e.hash from audit_entry e order by e.seq desc limit 1;
end $$;
