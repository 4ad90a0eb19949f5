-- Whose figures they are. NATIONAL is the official source of an area: its own authorities. Any other code of CL_SOURCE is
-- an agency whose figures stand beside the official ones and never touch them.

alter table account add column source text check (source <> 'NATIONAL');
comment on column account.source is 'the source that the account sends figures of; null for the official one';

alter table submission add column source text not null default 'NATIONAL';
alter table acceptance add column source text not null default 'NATIONAL';
create index acceptance_by_source on acceptance (source, dataflow) where source <> 'NATIONAL';

-- The source of an acceptance is that of its submission, whoever writes it.
create function refuse_other_source() returns trigger language plpgsql as $$
begin
    if new.source <> (select s.source from submission s where s.id = new.submission_id) then
        raise exception 'submission % is of another source', new.submission_id;
    end if;
    return new;
end $$;
create trigger acceptance_keeps_source before insert or update on acceptance
    for each row execute function refuse_other_source();

create or replace view accepted_history as
select v.dataflow, v.area, v.series_key, v.value, v.status, v.confidentiality, v.attributes,
       v.action = 'D' as withdrawn, v.submission_id, v.line, a.number as acceptance, a.accepted_at as valid_from,
       lead(a.accepted_at) over (partition by v.dataflow, v.series_key, a.source order by a.number) as valid_to,
       (select array_agg(j.text order by j.id) from footnote f join justification j on j.id = f.justification_id
        where f.submission_id = v.submission_id and f.series_key = v.series_key) as footnotes,
       a.source
from submitted_value v
join acceptance a on a.submission_id = v.submission_id;

-- What a release shows of other sources beside its own figures: the canonical CSV, compressed; and what it holds of them
-- but doesn't publish, as in release_unpublished.
create table release_beside (
    release_id   text   not null references release on delete cascade,
    dataflow     text   not null,
    source       text   not null check (source <> 'NATIONAL'),
    observations bigint not null,
    sha256       text   not null,
    content      bytea  not null,
    unpublished  bytea  not null,
    primary key (release_id, dataflow, source)
);
alter table release_beside alter column content set storage external;
alter table release_beside alter column unpublished set storage external;
create trigger release_beside_is_final before insert or update or delete on release_beside
    for each row execute function refuse_change_of_published_content();
