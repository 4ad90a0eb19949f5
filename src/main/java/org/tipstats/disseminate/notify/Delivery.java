package org.tipstats.disseminate.notify;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A message to a receiver.
 *
 * @param id an id that is the same for each attempt, so that the receiver can recognise a repetition
 * @param release the id of the release that the message is about; null for a challenge or a test
 * @param challenge the text that the receiver must send back; null if the message is not a challenge
 * @param attempts the number of claims so far. An instance of the service claims the delivery before it sends the
 *     message, so that no other instance sends it. The number identifies the current claim
 */
record Delivery(
        UUID id,
        UUID subscription,
        DeliveryType type,
        String release,
        String body,
        String challenge,
        int attempts,
        Instant createdAt) {

    enum DeliveryType {
        RELEASE_PUBLISHED("release.published"),
        RELEASE_ERRATUM("release.erratum"),
        RELEASE_WITHDRAWN("release.withdrawn"),
        /** The receiver must send the challenge back. */
        VERIFICATION("subscription.verification"),
        /** The user tests whether messages arrive. A test message that fails is not sent again. */
        TEST("subscription.test");

        private final String word;

        DeliveryType(String word) {
            this.word = word;
        }

        /** Returns the type with the given {@link #word}. */
        static DeliveryType of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        String word() {
            return word;
        }
    }
}
