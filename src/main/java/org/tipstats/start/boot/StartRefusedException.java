package org.tipstats.start.boot;

/** The service cannot start in this place or with these settings; the message tells the operator why and what to do. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
