-- What is published. A release's content is compiled once and never changes: for each dataflow the canonical CSV of
-- its observations, compressed, with the SHA-256 of the uncompressed text.

create table release (
    id             text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    title          text        not null,
    notes          text,
    status         text        not null check (status in ('DRAFT', 'SCHEDULED', 'PUBLISHED')),
    created_by     uuid        not null,
    creator_name   text        not null,
    created_at     timestamptz not null,
    embargo_until  timestamptz,
    published_at   timestamptz,
    published_by   uuid,
    publisher_name text,
    acceptance     bigint      not null,
    content_hash   text        not null,
    checks         text        not null
);
create index release_by_publication on release (published_at desc, id) where status <> 'DRAFT';

create table release_content (
    release_id   text   not null references release on delete cascade,
    dataflow     text   not null,
    observations bigint not null,
    sha256       text   not null,
    primary key (release_id, dataflow)
);

create table release_piece (
    release_id text  not null,
    dataflow   text  not null,
    piece      int   not null,
    content    bytea not null,
    primary key (release_id, dataflow, piece),
    foreign key (release_id, dataflow) references release_content on delete cascade
);
alter table release_piece alter column content set storage external;

-- The submissions that a release was made of.
create table release_source (
    release_id    text not null references release on delete cascade,
    submission_id uuid not null references submission,
    primary key (release_id, submission_id)
);

-- A scheduled release is published from the instant on at which it becomes visible; all that may still happen to it then
-- is that its status says so.
create function is_final(r release) returns boolean language sql stable as $$
    select r.status = 'PUBLISHED' or (r.status = 'SCHEDULED' and r.published_at <= now())
$$;

create function refuse_change_of_published_release() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status = 'SCHEDULED' and new.status = 'PUBLISHED'
            and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
        return new;
    end if;
    if is_final(old) then
        raise exception 'release % is published and never changes', old.id;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger release_is_final before update or delete on release
    for each row execute function refuse_change_of_published_release();

create function refuse_change_of_published_content() returns trigger language plpgsql as $$
begin
    if exists (select 1 from release r where is_final(r)
               and (tg_op <> 'INSERT' and r.id = old.release_id or tg_op <> 'DELETE' and r.id = new.release_id)) then
        raise exception 'the content of a published release never changes';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger release_content_is_final before insert or update or delete on release_content
    for each row execute function refuse_change_of_published_content();
create trigger release_piece_is_final before insert or update or delete on release_piece
    for each row execute function refuse_change_of_published_content();
create trigger release_source_is_final before insert or update or delete on release_source
    for each row execute function refuse_change_of_published_content();
