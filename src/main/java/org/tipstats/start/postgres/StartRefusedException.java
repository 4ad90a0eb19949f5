package org.tipstats.start.postgres;

/**
 * Thrown if the service cannot start on this machine or with these settings. The message gives the operator the reason
 * and the remedy.
 */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        super(message);
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
