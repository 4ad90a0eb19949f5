package org.tipstats.mapping.count;

/**
 * Thrown for a list of cases that cannot be counted, or a mapping that is not valid. The message says what is wrong; it
 * names columns and never repeats a row.
 */
public final class CaseListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseListException(String message) {
        super(message);
    }
}
