-- Access that an administrator gives to the account of somebody else waits, like a role, until another administrator confirms it.

alter table account_token
    add column issued_by uuid,
    add column issued_by_name text,
    add column pending boolean not null default false;

comment on column account_token.issued_by is 'the administrator who issued it, or who invited the person; null if nobody did';
comment on column account_token.pending is 'while true, the token opens the account without the roles that decide';

alter table account
    add column email_by uuid,
    add column email_at timestamptz,
    add column linked_at timestamptz,
    add column link_by uuid,
    add column link_by_name text,
    add column link_pending boolean not null default false;
update account set linked_at = now() where subject is not null;

comment on column account.email_by is 'the account that wrote the address: whoever reads its mail may become this account';
comment on column account.linked_at is 'since when, at the latest, a person at the organisation''s sign-in has the account';
comment on column account.link_by is 'the administrator whose invitation or address led the person to the account';
comment on column account.link_pending is 'while true, the person has the account without the roles that decide';
