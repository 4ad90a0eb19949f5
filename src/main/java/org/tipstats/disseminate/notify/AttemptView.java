package org.tipstats.disseminate.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One attempt to deliver, as the API shows it.
 *
 * @param status the HTTP status; null if there was no answer
 * @param outcome a word such as {@code delivered} or {@code timed-out}; null if the attempt is running or was
 * interrupted
 * @param millis duration in milliseconds; null in the same cases as the outcome
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
