package org.tipstats.files.message;

import java.util.HashSet;
import java.util.Set;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** How much of a message may be held in memory while its observations stream by. */
final class Budget {

    private static final int MAX_PARTS = 200_000;
    private static final int MAX_CHARACTERS = 16_000_000;
    private static final int MAX_NAMES = 2_000;

    private final Set<String> names = new HashSet<>();
    private int parts;
    private int characters;

    /** Takes room for so many codes or attributes. */
    void take(int more, int length, int line) {
        parts += more;
        characters += length;
        if (parts > MAX_PARTS || characters > MAX_CHARACTERS) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, line);
        }
    }

    /** Takes note of a name that the parser keeps as long as it lives. */
    void name(String name, int line) {
        if (name != null && names.add(name) && names.size() > MAX_NAMES) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, line);
        }
    }
}
