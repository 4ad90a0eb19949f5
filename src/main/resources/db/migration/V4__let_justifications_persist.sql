-- What is known of a justification besides its text: the reason by a code list, how many findings it covers, what it
-- speaks of, whether it is proposed as a public comment, and which earlier one it takes over. Keys are codes in dimension
-- order joined by dots; an empty code stands for all.
alter table justification
    add column reason text,
    add column covered bigint,
    add column subject text collate "C",
    add column footnote boolean not null default false,
    add column offer bigint references justification;

comment on column justification.covered is 'null for those given before it was counted';
comment on column justification.subject is
    'the key that was given, or the one that the findings of the line share; null for a whole rule';

update justification set subject = series_key;

-- Which texts are public comments of which version of a value: those that a reviewer agreed to when the version was
-- accepted, and those of the version before where the figure is the same.
create table footnote (
    submission_id    uuid   not null references submission,
    series_key       text   not null collate "C",
    justification_id bigint not null references justification,
    primary key (submission_id, series_key, justification_id)
);

create or replace view accepted_history as
select v.dataflow, v.area, v.series_key, v.value, v.status, v.confidentiality, v.attributes,
       v.action = 'D' as withdrawn, v.submission_id, v.line, a.number as acceptance, a.accepted_at as valid_from,
       lead(a.accepted_at) over (partition by v.dataflow, v.series_key order by a.number) as valid_to,
       (select array_agg(j.text order by j.id) from footnote f join justification j on j.id = f.justification_id
        where f.submission_id = v.submission_id and f.series_key = v.series_key) as footnotes
from submitted_value v
join acceptance a on a.submission_id = v.submission_id;
