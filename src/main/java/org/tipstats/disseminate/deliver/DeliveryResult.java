package org.tipstats.disseminate.deliver;

/**
 * The result of sending a message.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param body the start of the answer, at most 4,000 bytes
 */
public record DeliveryResult(Outcome outcome, int status, String body) {

    /** The stage at which sending ended. */
    public enum Outcome {
        ANSWERED,
        NO_PUBLIC_ADDRESS,
        UNREACHABLE,
        TIMED_OUT,
        /**
         * There was no secure connection, for example because the certificate has expired, is unknown, or is for
         * another host.
         */
        INSECURE,
        /** The connection ended before there was an answer, or the answer was not valid HTTP. */
        BROKEN
    }

    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    static DeliveryResult none(Outcome outcome) {
        return new DeliveryResult(outcome, 0, "");
    }

    /**
     * Returns whether the receiver accepted the message with a 2xx status. A redirection does not count, because it is
     * not followed.
     */
    public boolean isAccepted() {
        return outcome == Outcome.ANSWERED && status >= OK && status < REDIRECTION;
    }
}
