-- What is said about a release after its publication: errata, a withdrawal, and dates that are announced. The release
-- itself stays as it was published; only its status says that it was withdrawn.

create table release_erratum (
    id           uuid primary key,
    release_id   text        not null references release,
    text         text        not null,
    published_at timestamptz not null,
    account      uuid        not null,
    account_name text        not null
);
create index release_erratum_by_release on release_erratum (release_id);
comment on column release_erratum.text is 'a JSON object from language to text';

create table release_withdrawal (
    release_id     text primary key references release,
    reason         text        not null,
    requested_by   uuid        not null,
    requester_name text        not null,
    requested_at   timestamptz not null,
    confirmed_by   uuid,
    confirmer_name text,
    confirmed_at   timestamptz,
    check (confirmed_by <> requested_by),
    check ((confirmed_by is null) = (confirmed_at is null))
);

create table announcement (
    id         uuid primary key,
    day        date        not null,
    title      text        not null,
    kind       text        not null check (kind in ('release', 'round')),
    release_id text,
    version    int         not null default 0,
    changed_at timestamptz not null
);
comment on column announcement.title is 'a JSON object from language to text';
comment on column announcement.release_id is 'confidential until a release with this id is public';
comment on column announcement.version is 'the number of changes, which calendars need to recognise a newer one';

alter table release drop constraint release_status_check;
alter table release add constraint release_status_check
    check (status in ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'));

create or replace function is_final(r release) returns boolean language sql stable as $$
    select r.status in ('PUBLISHED', 'WITHDRAWN') or (r.status = 'SCHEDULED' and r.published_at <= now())
$$;

create or replace function refuse_change_of_published_release() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status = 'SCHEDULED' and new.status = 'PUBLISHED'
            and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
        return new;
    end if;
    if tg_op = 'UPDATE' and is_final(old) and old.status <> 'WITHDRAWN' and new.status = 'WITHDRAWN'
            and to_jsonb(new) - 'status' = to_jsonb(old) - 'status'
            and exists (select from release_withdrawal w where w.release_id = old.id and w.confirmed_at is not null) then
        return new;
    end if;
    if is_final(old) then
        raise exception 'release % is published and never changes', old.id;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create function refuse_change_of_erratum() returns trigger language plpgsql as $$
begin
    raise exception 'an erratum never changes';
end $$;
create trigger release_erratum_is_final before update or delete on release_erratum
    for each row execute function refuse_change_of_erratum();

create function refuse_change_of_withdrawal() returns trigger language plpgsql as $$
begin
    if old.confirmed_at is not null then
        raise exception 'a confirmed withdrawal never changes';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger release_withdrawal_is_final before update or delete on release_withdrawal
    for each row execute function refuse_change_of_withdrawal();
