package org.tipstats.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.tipstats.platform.audit.RecordedEvent.CanonicalRecord;

/** Reads the log from a database without the service: for backups. */
public final class AuditRows {

    private static final int FETCH_SIZE = 1_000;
    private static final String ROWS = "select seq, at, actor, actor_name, action, subject, from_hash, to_hash,"
            + " cast(detail as varchar), prev_hash, hash from audit_entry order by seq";

    private AuditRows() {}

    /** Uses an entry of the log. */
    @FunctionalInterface
    public interface EntryConsumer {
        void accept(RecordedEvent entry) throws IOException;
    }

    /** Passes each entry to the consumer, in the order of the log. Reads them in portions, inside a transaction. */
    public static void each(Connection connection, EntryConsumer consumer) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery(ROWS)) {
                while (row.next()) {
                    consumer.accept(read(row));
                }
            }
        }
    }

    private static RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                CanonicalRecord.parse(row.getString(9)),
                row.getString(10),
                row.getString(11));
    }
}
