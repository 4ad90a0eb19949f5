-- How the service reaches the person of an account: personal data, which goes when the account is closed.

alter table account
    add column email text check (length(email) between 3 and 254),
    add column lang text check (lang in ('en', 'fr', 'es', 'ru', 'ar', 'zh')),
    add column subject text check (length(subject) between 1 and 500),
    add column notifications varchar[];

create unique index account_by_subject on account (subject);

comment on column account.subject is 'the person at the organisation''s sign-in; no other account has the same';
comment on column account.notifications is 'the kinds of messages that the person chose; null for the usual ones';

-- Messages that wait, and the record of those that were sent or refused.
create table mail_message (
    id           uuid primary key,
    account_id   uuid        not null references account,
    kind         text        not null,
    key          text        not null check (length(key) <= 300),
    lang         text        not null,
    subject      text        not null,
    body         text        not null,
    link         text        not null,
    state        text        not null check (state in ('WAITING', 'SENT', 'REFUSED', 'GIVEN_UP')),
    attempts     int         not null default 0,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    attempted_at timestamptz,
    leased_until timestamptz,
    finished_at  timestamptz,
    trouble      text,
    cause        text,
    unique (account_id, key),
    check ((state = 'WAITING') = (finished_at is null))
);
create index mail_message_waiting on mail_message (due_at) where state = 'WAITING';
create index mail_message_attempted on mail_message (attempted_at);
create index mail_message_of_person on mail_message (account_id, attempted_at);
create index mail_message_finished on mail_message (finished_at);

comment on column mail_message.key is 'what the message is about: a person gets no second message with the same key';
comment on column mail_message.attempts is 'also fences: only the last claim may say how the attempt ended';
comment on column mail_message.cause is 'what the mail server said at the last attempt, without the address of the person';

-- A submitter's request writes messages to others, but reads its own alone.
alter table mail_message enable row level security;
create policy own_mail on mail_message using (
    (select sees_all_areas()) or account_id = (select own_account()));
create policy anybody_writes on mail_message for insert with check (true);

-- Of the secret in the link of an invitation, the hash is kept. Each attempt to mail a link has a secret of its own.
create table invitation (
    id         uuid primary key,
    account_id uuid        not null references account,
    hashes     bytea[]     not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    accepted   boolean     not null default false,
    check (not accepted or ended_at is not null)
);
create unique index invitation_open on invitation (account_id) where ended_at is null;

alter table invitation enable row level security;
create policy service_alone on invitation using ((select sees_all_areas()));

comment on column invitation.ended_at is 'when it was accepted, replaced by another one, or revoked';

create function forget_closed_account() returns trigger language plpgsql as $$
begin
    if new.closed_at is not null then
        new.email := null;
        new.lang := null;
        new.subject := null;
        new.notifications := null;
        delete from mail_message where account_id = new.id;
        delete from invitation where account_id = new.id;
    end if;
    return new;
end $$;
create trigger closed_account_is_forgotten before update on account
    for each row execute function forget_closed_account();
