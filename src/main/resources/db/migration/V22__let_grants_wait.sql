-- Roles that decide about figures and accounts wait until a second administrator confirms them.

create table account_grant (
    id uuid primary key,
    account_id uuid not null references account (id),
    role text not null check (role in ('reviewer', 'publisher', 'administrator')),
    granted_by uuid not null,
    granted_by_name text not null,
    granted_at timestamptz not null,
    confirmed boolean,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    check ((confirmed is null) = (decided_at is null)),
    check ((decided_by is null) = (decided_at is null))
);

create index account_grant_by_account on account_grant (account_id);
create unique index account_grant_waits_once on account_grant (account_id, role) where confirmed is null;

comment on column account_grant.confirmed is 'null while the grant waits, false if it was refused';
comment on column account_grant.decided_by is 'the same account as granted_by if nobody else had to confirm';

-- An account whose only role waits has none.
alter table account drop constraint account_roles_check;
alter table account add column was_administrator boolean not null default false;
update account set was_administrator = true where 'administrator' = any (roles);

comment on column account.roles is 'the roles that the account has; those that wait are in account_grant';
comment on column account.was_administrator is 'whether the account has or had the role administrator';
