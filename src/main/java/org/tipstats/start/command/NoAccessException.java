package org.tipstats.start.command;

/** A file cannot be read or written; the message says which, for the person at the command line. */
final class NoAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAccessException(String message) {
        super(message);
    }
}
