-- Files that a reviewer enters for an area, with the message of its State.

alter table submission add column on_behalf boolean not null default false;

create table submission_message (
    submission_id uuid primary key references submission,
    file_name text,
    sha256 text not null,
    content bytea not null
);
alter table submission_message alter column content set storage external;
alter table submission_message enable row level security;
create policy own_areas on submission_message using ((select sees_all_areas())
    or exists (select from submission s where s.id = submission_id));

-- A draft that areas may look at before it is published. It stays when the draft is compiled again, which deletes and inserts
-- the release, so nothing refers to the release; it goes when there is no such release at the end of a transaction.

create table consultation (
    release_id text primary key,
    until timestamptz not null,
    opened_at timestamptz not null,
    opened_by uuid not null,
    opener_name text not null
);

-- The last answer of an area counts. The hash says which figures it is about.
create table consultation_answer (
    id bigint generated always as identity primary key,
    release_id text not null references consultation on delete cascade,
    area text not null,
    objects boolean not null,
    comment text,
    figures_sha256 text not null,
    answered_at timestamptz not null,
    answered_by uuid not null,
    answerer_name text not null
);
create index consultation_answer_by_release on consultation_answer (release_id, area, id);
alter table consultation_answer enable row level security;
create policy own_areas on consultation_answer using ((select sees_all_areas())
    or area = any ((select own_areas())::text[]));

create function end_consultation() returns trigger language plpgsql as $$
begin
    delete from consultation c where c.release_id = old.id and not exists (select from release r where r.id = old.id);
    return null;
end $$;
create constraint trigger release_ends_its_consultation after delete on release deferrable initially deferred
    for each row execute function end_consultation();
