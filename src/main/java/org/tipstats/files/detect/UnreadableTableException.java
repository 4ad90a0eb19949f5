package org.tipstats.files.detect;

/**
 * Reports that a file is not a table of counts. The message gives the reason to the person who supplied the
 * file.
 */
public final class UnreadableTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableTableException(String message) {
        super(message);
    }
}
