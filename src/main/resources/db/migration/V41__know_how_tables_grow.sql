-- PostgreSQL counts what is in a table about once a minute, and plans with guesses until then. After a first large file it guessed
-- one row where there were hundreds, and compared each of 100,000 values with each acceptance (decision 138). The service calls this
-- function in a transaction of its own: the numbers of rows and pages in pg_class stay after a rollback, the rest would not.
-- It runs as the owner of the tables, because only the owner may count them.

do $migration$
begin
    execute format($definition$
        create function refresh_statistics() returns void language plpgsql security definer set search_path = %I, pg_temp as $$
        declare
            grown regclass;
        begin
            -- Values come first: only their count may take too long, and then nothing else is counted that a rollback would undo.
            for grown in
                select c.oid
                from unnest(array['submitted_value_row', 'acceptance', 'submission', 'submission_year']::regclass[])
                    with ordinality t (oid, place)
                join pg_class c on c.oid = t.oid
                where c.reltuples < 0
                    or pg_relation_size(c.oid) > 2 * c.relpages * current_setting('block_size')::bigint
                    -- Small tables, and rows that were not committed when their pages were counted. Each count sets both numbers.
                    or pg_stat_get_live_tuples(c.oid) - c.reltuples > greatest(50, c.reltuples)
                order by t.place
            loop
                -- Values are found by these columns. Skipping locked tables, nobody waits, and autovacuum still counts all columns.
                execute format('analyze (skip_locked) %%s %%s', grown,
                               case when grown = 'submitted_value_row'::regclass then '(submission_id, dataflow, area, attributes)' end);
            end loop;
        end $$
        $definition$, current_schema());
end $migration$;

-- The service gets its right from ServiceGrants.
revoke execute on function refresh_statistics() from public;

comment on function refresh_statistics is 'counts the tables of submissions again that are twice as large as when they were counted last';
