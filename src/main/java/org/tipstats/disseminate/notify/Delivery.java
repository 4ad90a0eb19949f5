package org.tipstats.disseminate.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to a receiver.
 *
 * @param id the same at each attempt, by which the receiver knows it again
 * @param release the id of the release that it tells of, or null
 * @param challenge what the receiver has to send back, or null
 * @param attempts how often it was claimed; also which claim this is
 */
record Delivery(
        UUID id,
        UUID subscription,
        DeliveryType type,
        String release,
        String body,
        String challenge,
        int attempts,
        Instant createdAt) {}
