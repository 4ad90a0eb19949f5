-- Lets databases of all states of the main branch go on. Some had a column in V18 that V20 adds now, so V20 allows for it. Their
-- history has checksums of the former texts, with which the service would not start. Where V41 or V43 had a former text, it is the
-- last migration, because no later program started. It is undone here, and runs again.

do $$
declare
    entry record;
begin
    if to_regclass('flyway_schema_history') is null then
        return;
    end if;
    for entry in
        select h.version, c.now
        from (values ('18', -186426744, -1043899426), ('20', 203216976, 808540698)) c(version, former, now)
        join flyway_schema_history h on h.version = c.version and h.checksum = c.former
    loop
        -- Only where there is something to correct: a role that may only read the table starts the service, too.
        update flyway_schema_history set checksum = entry.now where version = entry.version;
    end loop;
    if exists (select from flyway_schema_history where version = '41' and checksum = 204556730) then
        drop function refresh_statistics();
        delete from flyway_schema_history where version = '41';
    end if;
    if exists (select from flyway_schema_history where version = '43' and checksum = 631291937) then
        drop trigger mail_of_lost_rights_is_forgotten on account;
        drop function forget_mail_of_lost_rights();
        alter table mail_message drop column areas;
        delete from flyway_schema_history where version = '43';
    end if;
end $$;
