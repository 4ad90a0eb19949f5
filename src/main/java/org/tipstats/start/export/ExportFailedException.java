package org.tipstats.start.export;

/** Thrown if a copy cannot be made. No part of the copy remains. The message is a sentence for the command's user. */
public final class ExportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private ExportFailedException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** Returns the exception for a release that must not be copied. */
    static ExportFailedException refused(String message) {
        return new ExportFailedException(message, true);
    }

    /** Returns the exception for a service that does not answer, or a file that cannot be written. */
    static ExportFailedException broken(String message) {
        return new ExportFailedException(message, false);
    }

    /** Returns whether the release itself is the cause, rather than the service or the disk. */
    public boolean isRefused() {
        return refused;
    }
}
