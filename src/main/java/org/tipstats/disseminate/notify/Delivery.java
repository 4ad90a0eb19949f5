package org.tipstats.disseminate.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to a receiver.
 *
 * @param id the same for each attempt, so that the receiver can recognise a repetition
 * @param release the id of the release that it announces, or null
 * @param challenge the text that the receiver must send back, or null
 * @param attempts number of claims so far, which also identifies the current claim
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
