package org.tipstats.protect.intruder;

/** A file is no table of published counts; the message says why, for whoever gave it. */
public final class UnreadableTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableTableException(String message) {
        super(message);
    }
}
