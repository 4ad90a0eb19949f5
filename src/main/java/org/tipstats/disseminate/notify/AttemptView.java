package org.tipstats.disseminate.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One attempt to deliver, as the API shows it.
 *
 * @param status the HTTP status, or null where there was none
 * @param outcome a word such as {@code delivered} or {@code timed-out}; null while it goes on, or when it was cut short
 * @param millis how long it took, or null likewise
 */
record AttemptView(Instant at, Integer status, String outcome, Integer millis) {

    record OfDelivery(UUID delivery, AttemptView attempt) {}

    static OfDelivery read(ResultSet row) throws SQLException {
        return new OfDelivery(
                row.getObject(1, UUID.class),
                new AttemptView(
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, Integer.class)));
    }
}
