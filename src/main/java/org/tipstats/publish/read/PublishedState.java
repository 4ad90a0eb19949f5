package org.tipstats.publish.read;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.tipstats.platform.cache.PublicState;
import org.tipstats.platform.database.Database;

/**
 * Reads the state of all releases except drafts, with their errata and withdrawals. The stamp depends on the
 * transaction that last changed each row, so it differs after every change of such a row. It also differs after the end
 * of an embargo. Triggers of the database make each transaction that changes such a row wait until no instance uses an
 * older reading.
 */
@Singleton
record PublishedState(Database database, Clock clock) implements PublicState {

    @Override
    public Reading read() {
        return database.list(
                        "select stamp, quiet, changes_at from public_state(?)",
                        PublishedState::reading,
                        clock.instant())
                .get(0);
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(row.getString(1), row.getBoolean(2), Database.time(row, 3));
    }
}
