package org.tipstats.start.backup;

/** Thrown if a backup cannot be written, read or restored. The message is a sentence for the operator. */
public final class BackupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupFailedException(String message) {
        super(message);
    }

    BackupFailedException(String message, Exception cause) {
        super(message, cause);
    }
}
