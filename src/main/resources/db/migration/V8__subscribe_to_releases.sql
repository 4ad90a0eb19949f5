-- Who is told of releases, and what is on its way to them. A delivery is written in the transaction of its cause, so none is
-- lost; whoever claims one holds it for a while, and its number of attempts tells a claim from a later one.

create table subscription (
    id            uuid primary key,
    account       uuid        not null references account,
    url           text        not null check (length(url) <= 2000),
    dataflow      text,
    base          text        not null,
    state         text        not null check (state in ('PENDING', 'ACTIVE', 'SUSPENDED')),
    reason        text,
    secret        bytea       not null,
    former_secret bytea,
    former_until  timestamptz,
    created_at    timestamptz not null,
    verified_at   timestamptz,
    failing_since timestamptz,
    deleted_at    timestamptz,
    check ((state = 'SUSPENDED') = (reason is not null)),
    check ((former_secret is null) = (former_until is null))
);
create index subscription_by_account on subscription (account);

create table subscription_delivery (
    id              uuid primary key,
    subscription_id uuid        not null references subscription on delete cascade,
    place           bigint      not null generated always as identity,
    type            text        not null,
    release_id      text,
    body            text        not null,
    challenge       text,
    state           text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    leased_until    timestamptz,
    finished_at     timestamptz,
    check ((state = 'WAITING') = (finished_at is null))
);
create unique index subscription_delivery_in_order on subscription_delivery (subscription_id, place);
create index subscription_delivery_waiting on subscription_delivery (due_at) where state = 'WAITING';

create table subscription_attempt (
    delivery_id uuid        not null references subscription_delivery on delete cascade,
    number      int         not null,
    at          timestamptz not null,
    millis      int,
    status      int,
    outcome     text,
    primary key (delivery_id, number)
);

comment on column subscription.base is 'the address of this service that the subscriber used, for links';
comment on column subscription.secret is 'as it is, for it signs; what it protects is told in decision 44';
comment on column subscription_delivery.attempts is 'also fences: only the last claim may say how the delivery ended';
comment on column subscription_attempt.outcome is 'null while it goes on, or when its instance stopped';
