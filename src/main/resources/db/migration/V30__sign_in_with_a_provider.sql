-- People sign in with the organisation's provider (decision 107).
comment on column account.subject is 'issuer and id of the person at the provider; null if nobody signs in there with this account';

-- Whose account was closed gets no other one at the next sign-in, although the account forgets the person.
create table closed_person (
    hash bytea primary key check (length(hash) = 32)
);

comment on column closed_person.hash is 'SHA-256 of the subject';

create function remember_closed_person() returns trigger language plpgsql as $$
begin
    insert into closed_person (hash) values (sha256(convert_to(old.subject, 'UTF8'))) on conflict do nothing;
    return new;
end $$;

create trigger account_remembers_closed_person before update on account
    for each row when (new.closed_at is not null and old.subject is not null)
    execute function remember_closed_person();

-- A session of a person hangs on the account and on what the provider last said, not on a token of this service.
alter table web_session alter column token_id drop not null;
alter table web_session add column account_id uuid references account (id);
alter table web_session add column strength text;
alter table web_session add column provider_tokens bytea;
alter table web_session add column checked_at timestamptz;
alter table web_session add constraint web_session_of_one check (
    (token_id is null) = (account_id is not null)
    and (account_id is null) = (provider_tokens is null)
    and (account_id is null) = (checked_at is null));

comment on column web_session.strength is 'the acr of the sign-in, null if the provider said none';
comment on column web_session.provider_tokens is 'encrypted with a key that only the cookie of the session gives';

-- The operator issues these on the command line. They open the service even if its tokens are switched off.
alter table account_token add column emergency boolean not null default false;
