package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a subscription is told of nothing any more. */
enum SuspensionReason {
    /** For a day the receiver did not send the challenge back. */
    NOT_VERIFIED("not-verified"),
    /** For three days no delivery arrived. */
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
