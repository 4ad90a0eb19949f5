-- A second wall: the rows of an area are for its submitters, whatever a query asks for (decision 97). The service says on each
-- connection for whom it works: tipstats.areas is * for itself and its staff, or the areas of a submitter with commas between
-- them; tipstats.account is the account of this submitter. If nothing is set, there are no rows. All of this holds for the
-- role of the service only, not for the role that owns the tables.

create function sees_all_areas() returns boolean language sql stable parallel safe as $$
    select current_setting('tipstats.areas', true) = '*' or not row_security_active('submission')
$$;

create function own_areas() returns text[] language sql stable parallel safe as $$
    select string_to_array(current_setting('tipstats.areas', true), ',')
$$;

create function own_account() returns uuid language sql stable parallel safe as $$
    select nullif(current_setting('tipstats.account', true), '')::uuid
$$;

-- In the policies, the calls in parentheses run once for each query, not for each row.
alter table submission enable row level security;
create policy own_areas on submission using (
    (select sees_all_areas())
    or submitted_by = (select own_account())
    or cardinality(areas) > 0 and areas::text[] <@ (select own_areas()));

do $$
declare
    name text;
begin
    foreach name in array array['submission_event', 'submission_file', 'submission_findings', 'submission_comment',
                                'submission_mapped', 'submission_cell', 'justification', 'footnote'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy own_areas on %I using ((select sees_all_areas())'
                       ' or exists (select from submission s where s.id = submission_id))', name);
    end loop;
    foreach name in array array['area_threshold', 'area_order', 'mapping'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy own_areas on %I using ((select sees_all_areas())'
                       ' or area = any ((select own_areas())::text[]))', name);
    end loop;
end $$;

alter table mapping_version enable row level security;
create policy own_areas on mapping_version using (
    (select sees_all_areas()) or exists (select from mapping m where m.id = mapping_id));

alter table idempotent_answer enable row level security;
create policy own_account on idempotent_answer using ((select sees_all_areas()) or account = (select own_account()));
