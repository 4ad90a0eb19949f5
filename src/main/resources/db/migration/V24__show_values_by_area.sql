-- Values are written by COPY, which PostgreSQL refuses for tables with policies. So their table has none: the role of the
-- service may only add rows to it (ServiceGrants), and reads and changes them through a view that does the same as a policy.

alter table submitted_value rename to submitted_value_row;

-- Its cost is stated low, because plans must not depend on it: it runs for rows of other areas only.
create function sees_submission(wanted uuid) returns boolean language plpgsql stable parallel safe cost 1 as $$
begin
    return exists (select from submission s where s.id = wanted);
end $$;

create view submitted_value with (security_barrier) as
select submission_id, dataflow, area, period, series_key, line, record, action, value, status, confidentiality, attributes
from submitted_value_row
where (select sees_all_areas())
   or area = any ((select own_areas())::text[])
   or sees_submission(submission_id)
with cascaded check option;

-- For an instance of an earlier version that still runs during an update: its COPY names the view.
create function add_submitted_value() returns trigger language plpgsql as $$
begin
    insert into submitted_value_row
        (submission_id, dataflow, area, period, series_key, line, record, action, value, status, confidentiality, attributes)
    values (new.submission_id, new.dataflow, new.area, new.period, new.series_key, new.line, new.record, new.action,
            new.value, new.status, new.confidentiality, new.attributes);
    return new;
end $$;
create trigger submitted_value_is_added instead of insert on submitted_value
    for each row execute function add_submitted_value();

create or replace view accepted_history as
select v.dataflow, v.area, v.series_key, v.value, v.status, v.confidentiality, v.attributes,
       v.action = 'D' as withdrawn, v.submission_id, v.line, a.number as acceptance, a.accepted_at as valid_from,
       lead(a.accepted_at) over (partition by v.dataflow, v.series_key, a.source order by a.number) as valid_to,
       (select array_agg(j.text order by j.id) from footnote f join justification j on j.id = f.justification_id
        where f.submission_id = v.submission_id and f.series_key = v.series_key) as footnotes,
       a.source
from submitted_value v
join acceptance a on a.submission_id = v.submission_id;
