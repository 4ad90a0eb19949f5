package org.tipstats.platform.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Refuses to start on a database that a newer program has changed. Flyway would refuse it, too, but advises to repair or
 * to ignore the history, and an old program that works on new tables does harm.
 */
final class NewerDatabase implements Callback {

    private static final String EXISTS = "select 1 where to_regclass('flyway_schema_history') is not null";
    private static final String NEWEST_FIRST = "select version, script from flyway_schema_history"
            + " where type = 'SQL' and version is not null order by string_to_array(version, '.')::numeric[] desc";

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
            if (statement.executeQuery(EXISTS).next()) {
                requireKnown(statement.executeQuery(NEWEST_FIRST));
            }
        } catch (SQLException e) {
            throw new Database.DatabaseException(e);
        }
    }

    private static void requireKnown(ResultSet newestFirst) throws SQLException {
        String newest = null;
        while (newestFirst.next()) {
            String version = newestFirst.getString(1);
            String script = newestFirst.getString(2).replaceFirst(".*/", "");
            if (NewerDatabase.class.getResource("/db/migration/" + script) == null) {
                newest = newest == null ? version : newest;
            } else if (newest == null) {
                return;
            } else {
                // The framework prints the message of this exception without a stack trace.
                throw new ConfigurationException(
                        ("TIPstats cannot start. A newer program has changed the database: its tables have version %s, and"
                                        + " this program knows them up to version %s. Start the newer program, or restore"
                                        + " the backup from before the upgrade into an empty database.")
                                .formatted(newest, version));
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "NewerDatabase";
    }
}
