package org.tipstats.files.message;

import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** Limits the part of a message that stays in memory while its observations are streamed. */
final class MemoryBudget {

    private static final int MAX_PARTS = 200_000;
    private static final int MAX_CHARACTERS = 16_000_000;

    private int parts;
    private int characters;

    /**
     * Counts codes or attributes that stay in memory.
     *
     * @throws MalformedFileException if the message has more codes or attributes, or more characters in them, than the
     *     limits allow
     */
    void count(int more, int length, int line) {
        parts += more;
        characters += length;
        if (parts > MAX_PARTS || characters > MAX_CHARACTERS) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, line);
        }
    }
}
