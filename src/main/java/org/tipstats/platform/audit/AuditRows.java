package org.tipstats.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.CanonicalRecord;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;

/** Reads the log from a database, and appends to it, for commands that run without the service. */
public final class AuditRows {

    private static final int FETCH_SIZE = 1_000;

    static final String LOCK_HEAD = "select seq, hash from lock_audit_head()";

    static final String ENTRIES = "select seq, at, actor, actor_name, action, subject, from_hash, to_hash,"
            + " cast(detail as varchar), prev_hash, hash from audit_entry";

    static final String APPEND = "insert into audit_entry (seq, at, actor, actor_name, action, subject, from_hash,"
            + " to_hash, detail, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)";

    private AuditRows() {}

    /** Appends an event in the transaction of the connection. Nobody else can append until this transaction ends. */
    public static void append(Connection connection, Instant at, AuditEvent event) throws SQLException {
        RecordedEvent entry = RecordedEvent.after(lockHead(connection), at.truncatedTo(ChronoUnit.MICROS), event);
        Database.update(connection, APPEND, values(entry));
    }

    /** Returns the values of the parameters of {@link #APPEND}. */
    static Object[] values(RecordedEvent entry) {
        return new Object[] {
            entry.seq(),
            entry.at(),
            entry.actor(),
            entry.actorName(),
            entry.action(),
            entry.subject(),
            entry.fromHash(),
            entry.toHash(),
            CanonicalRecord.json(entry.detail()),
            entry.prevHash(),
            entry.hash()
        };
    }

    private static ChainHead lockHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK_HEAD)) {
            return row.next() ? new ChainHead(row.getLong(1), row.getString(2)) : ChainHead.EMPTY;
        }
    }

    /**
     * Passes each entry to the consumer, in the order of the log. Reads in portions if the connection has a
     * transaction.
     */
    public static void each(Connection connection, IOConsumer<RecordedEvent> consumer)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery(ENTRIES + " order by seq")) {
                while (row.next()) {
                    consumer.accept(read(row));
                }
            }
        }
    }

    static RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                Database.time(row, 2),
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
