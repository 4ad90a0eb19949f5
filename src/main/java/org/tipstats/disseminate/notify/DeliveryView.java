package org.tipstats.disseminate.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A delivery as the API shows it.
 *
 * @param id the header {@code webhook-id} of each of its attempts
 * @param release the id of the release that it announces, or null
 * @param state {@code WAITING}, {@code DELIVERED} or {@code GIVEN_UP}
 * @param nextAttemptAt the earliest time of the next attempt; null once the delivery has ended. Older deliveries of the
 * subscription are sent first.
 */
record DeliveryView(
        UUID id,
        String type,
        String release,
        String state,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant finishedAt,
        List<AttemptView> attempts) {

    static DeliveryView read(ResultSet row) throws SQLException {
        String state = row.getString(4);
        OffsetDateTime finished = row.getObject(7, OffsetDateTime.class);
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                state,
                row.getObject(5, OffsetDateTime.class).toInstant(),
                finished == null ? row.getObject(6, OffsetDateTime.class).toInstant() : null,
                finished == null ? null : finished.toInstant(),
                List.of());
    }

    static DeliveryView begun(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.type().word(),
                delivery.release(),
                "WAITING",
                delivery.createdAt(),
                delivery.createdAt(),
                null,
                List.of());
    }

    DeliveryView with(List<AttemptView> made) {
        return new DeliveryView(id, type, release, state, createdAt, nextAttemptAt, finishedAt, List.copyOf(made));
    }

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
}
