package org.tipstats.start.command;

/** Thrown if a file cannot be read or written. The message is for the user of the command line. */
final class NoAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAccessException(String message) {
        super(message);
    }
}
