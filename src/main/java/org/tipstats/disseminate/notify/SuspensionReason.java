package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reason why a subscription is suspended. */
enum SuspensionReason {
    /** The receiver did not send the challenge back within a day. */
    NOT_VERIFIED("not-verified"),
    /** No delivery succeeded for three days. */
    FAILING("failing"),
    /** The receiver answered 410. */
    GONE("gone"),
    ACCOUNT_CLOSED("account-closed");

    private final String word;

    SuspensionReason(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }
}
