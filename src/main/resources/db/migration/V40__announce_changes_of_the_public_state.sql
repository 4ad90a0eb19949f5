-- Each instance may use its last reading of the public state for 20 ms (decision 136). Whoever changes that state, by whatever
-- program, takes a shared lock and waits until all earlier readings are too old to be used. Readings that begin while somebody
-- holds the lock are used once. So nobody sees a former state after a change is committed.

create function public_change_lock() returns bigint language sql immutable as 'select 7421190353';

comment on function public_change_lock is 'the number of the lock that changes of the public state share; readings take the next number, too';

create function public_state(at_time timestamptz, out stamp text, out quiet boolean, out changes_at timestamptz)
    language plpgsql volatile as $$
begin
    -- Readings of several instances wait for each other, for a moment. So only a change keeps a reading from its lock.
    perform pg_advisory_xact_lock(public_change_lock() + 1);
    -- First the lock, then the state: each statement of this function sees what is committed when the statement begins, but
    -- only at the usual isolation level. At all others it sees what was committed before the lock.
    quiet := pg_try_advisory_xact_lock(public_change_lock()) and current_setting('transaction_isolation') = 'read committed';
    select md5(concat_ws(';',
            (select string_agg(concat_ws(' ', id, xmin, status <> 'SCHEDULED' or published_at <= at_time), ',' order by id)
                from release where status <> 'DRAFT'),
            (select string_agg(concat_ws(' ', id, xmin), ',' order by id) from release_erratum),
            (select string_agg(concat_ws(' ', release_id, xmin), ',' order by release_id) from release_withdrawal))),
        (select min(published_at) from release where status = 'SCHEDULED' and published_at > at_time)
        into stamp, changes_at;
end $$;

comment on function public_state is
    'stamp: differs after each change; quiet: no change is committed for 20 ms from the call; changes_at: the end of the next embargo';

create function announce_public_change() returns trigger language plpgsql as $$
begin
    -- Once in a transaction is enough.
    if current_setting('tipstats.public_change', true) is distinct from pg_current_xact_id()::text then
        perform pg_advisory_xact_lock_shared(public_change_lock());
        perform pg_sleep(0.03);
        perform set_config('tipstats.public_change', pg_current_xact_id()::text, true);
    end if;
    return null;
end $$;

-- Drafts are not public.
create trigger release_insert_is_announced after insert on release
    for each row when (new.status <> 'DRAFT') execute function announce_public_change();
create trigger release_update_is_announced after update on release
    for each row when (old.status <> 'DRAFT' or new.status <> 'DRAFT') execute function announce_public_change();
create trigger release_delete_is_announced after delete on release
    for each row when (old.status <> 'DRAFT') execute function announce_public_change();
create trigger release_truncate_is_announced before truncate on release
    for each statement execute function announce_public_change();
create trigger release_erratum_is_announced before insert or update or delete or truncate on release_erratum
    for each statement execute function announce_public_change();
create trigger release_withdrawal_is_announced before insert or update or delete or truncate on release_withdrawal
    for each statement execute function announce_public_change();
