package org.tipstats.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Lets databases of all states of the main branch go on. Some had a column in V18 that V20 adds now, so V20 allows for it.
 * Their history has checksums of the former texts, with which the service would not start.
 */
@Singleton
final class MigrationHistory implements FlywayConfigurationCustomizer, Callback {

    private static final String CORRECTION = """
            do $$
            declare
              entry record;
            begin
              if to_regclass('flyway_schema_history') is null then
                return;
              end if;
              for entry in select h.version, c.now
                  from (values ('18', -186426744, -1043899426), ('20', 203216976, -1999952770)) c(version, former, now)
                  join flyway_schema_history h on h.version = c.version and h.checksum = c.former loop
                -- Only where there is something to correct: a role that may only read the table starts the service, too.
                update flyway_schema_history set checksum = entry.now where version = entry.version;
              end loop;
            end $$
            """;

    @Override
    public void customize(FluentConfiguration configuration) {
        ServiceGrants.add(configuration, this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(CORRECTION);
        } catch (SQLException e) {
            throw new Database.DatabaseException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "MigrationHistory";
    }
}
