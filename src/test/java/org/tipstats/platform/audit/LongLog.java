package org.tipstats.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Makes the log of a database as long as that of a service that has worked for years. */
public final class LongLog {

    private static final int BATCH = 1_000;

    private LongLog() {}

    /** Adds entries that continue the chain. */
    public static void add(Connection connection, int entries) throws SQLException {
        ChainHead head = head(connection);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_entry (seq, at, actor, actor_name, action, subject, from_hash, to_hash, detail,"
                        + " prev_hash, hash) values (?, ?, ?, ?, ?, ?, null, null, '{}', ?, ?)")) {
            for (int i = 1; i <= entries; i++) {
                RecordedEvent entry = RecordedEvent.after(
                        head, now, AuditEvent.bySystem("submission-received", "submissions/" + UUID.randomUUID()));
                insert.setLong(1, entry.seq());
                insert.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                insert.setString(3, entry.actor());
                insert.setString(4, entry.actorName());
                insert.setString(5, entry.action());
                insert.setString(6, entry.subject());
                insert.setString(7, entry.prevHash());
                insert.setString(8, entry.hash());
                insert.addBatch();
                head = entry.head();
                if (i % BATCH == 0 || i == entries) {
                    insert.executeBatch();
                }
            }
        }
    }

    private static ChainHead head(Connection connection) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select seq, hash from audit_entry order by seq desc limit 1")) {
            return row.next() ? new ChainHead(row.getLong(1), row.getString(2)) : ChainHead.EMPTY;
        }
    }
}
