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
 * Lets databases of two states of the main branch go on. V18 was there first without and then with the column that V20
 * adds now. Those with it recorded another checksum of V18, with which the service would not start.
 */
@Singleton
final class MigrationHistory implements FlywayConfigurationCustomizer, Callback {

    private static final String CORRECTION = """
            do $$ begin
              if to_regclass('flyway_schema_history') is null then
                return;
              end if;
              -- A role that may only read the table starts the service, too.
              if exists (select from flyway_schema_history where version = '18' and checksum = -186426744) then
                update flyway_schema_history set checksum = -1043899426 where version = '18';
              end if;
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
