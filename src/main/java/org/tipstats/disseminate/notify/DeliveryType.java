package org.tipstats.disseminate.notify;

import java.util.Arrays;

/** The type of a message. */
enum DeliveryType {
    /** A release became public. */
    RELEASE_PUBLISHED("release.published"),
    /** The receiver must send the challenge back. */
    VERIFICATION("subscription.verification"),
    /** The account tests whether messages arrive. It is sent only once. */
    TEST("subscription.test");

    private final String word;

    DeliveryType(String word) {
        this.word = word;
    }

    /** Finds the type that {@link #word} identifies. */
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
