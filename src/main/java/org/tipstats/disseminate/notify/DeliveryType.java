package org.tipstats.disseminate.notify;

import java.util.Arrays;

/** What a message is about. */
enum DeliveryType {
    /** A release became public. */
    RELEASE_PUBLISHED("release.published"),
    /** The receiver shall send the challenge back. */
    VERIFICATION("subscription.verification"),
    /** The account wants to see whether messages arrive; tried once. */
    TEST("subscription.test");

    private final String word;

    DeliveryType(String word) {
        this.word = word;
    }

    /** Inverse of {@link #word}. */
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
