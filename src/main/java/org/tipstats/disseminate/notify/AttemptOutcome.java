package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import org.tipstats.disseminate.deliver.DeliveryResult;

/** The outcome of one attempt to deliver. */
enum AttemptOutcome {
    DELIVERED("delivered"),
    /** The receiver answered with a status other than 2xx. Redirections are not followed. */
    REFUSED("refused"),
    /** The receiver answered 2xx, but without the challenge. */
    CHALLENGE_MISSING("challenge-missing"),
    NO_PUBLIC_ADDRESS("no-public-address"),
    UNREACHABLE("unreachable"),
    TIMED_OUT("timed-out"),
    INSECURE("insecure"),
    BROKEN("broken");

    private final String word;

    AttemptOutcome(String word) {
        this.word = word;
    }

    static AttemptOutcome of(DeliveryResult reply, boolean challengeMissing) {
        return switch (reply.outcome()) {
            case ANSWERED -> reply.isAccepted() ? challengeMissing ? CHALLENGE_MISSING : DELIVERED : REFUSED;
            case NO_PUBLIC_ADDRESS -> NO_PUBLIC_ADDRESS;
            case UNREACHABLE -> UNREACHABLE;
            case TIMED_OUT -> TIMED_OUT;
            case INSECURE -> INSECURE;
            case BROKEN -> BROKEN;
        };
    }

    @JsonValue
    String word() {
        return word;
    }
}
