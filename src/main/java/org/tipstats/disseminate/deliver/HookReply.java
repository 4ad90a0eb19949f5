package org.tipstats.disseminate.deliver;

/**
 * What became of a message.
 *
 * @param status the HTTP status, or 0 where there was none
 * @param body how the answer begins: 4,000 bytes at most
 */
public record HookReply(Outcome outcome, int status, String body) {

    /** How far a message came. */
    public enum Outcome {
        ANSWERED,
        NO_PUBLIC_ADDRESS,
        UNREACHABLE,
        TIMED_OUT,
        /** No secure connection: such as a certificate that is expired, unknown or another host's. */
        INSECURE,
        /** The connection ended before there was an answer, or what came was none. */
        BROKEN
    }

    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    static HookReply none(Outcome outcome) {
        return new HookReply(outcome, 0, "");
    }

    /** Whether the receiver took the message; a redirection is no answer, for none is followed. */
    public boolean isTaken() {
        return outcome == Outcome.ANSWERED && status >= OK && status < REDIRECTION;
    }
}
