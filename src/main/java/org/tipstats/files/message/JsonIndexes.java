package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** Resolves the keys and arrays of indexes that a data set of SDMX-JSON is made of. */
final class JsonIndexes {

    private static final int MAX_DIGITS = 9;

    private JsonIndexes() {}

    /**
     * Takes the codes that a key such as {@code 0:12:3} points to.
     *
     * @param partial whether dimensions may be left empty
     */
    static void key(String key, List<JsonComponent> dimensions, boolean partial, Cells cells, int line) {
        if (!points(key, dimensions, partial, cells, line)) {
            throw new MalformedFileException(Reason.WRONG_INDEX, line, key);
        }
    }

    /** The same, but false where the key doesn't point to codes of these dimensions. */
    static boolean points(String key, List<JsonComponent> dimensions, boolean partial, Cells cells, int line) {
        int place = 0;
        int start = 0;
        if (key.isEmpty() && dimensions.isEmpty()) {
            return true;
        }
        for (; start <= key.length() && place < dimensions.size(); place++) {
            int colon = key.indexOf(':', start);
            int end = colon < 0 ? key.length() : colon;
            JsonComponent dimension = dimensions.get(place);
            int index = index(key, start, end);
            if (index >= 0 && index < dimension.values().size()) {
                cells.put(dimension.id(), dimension.values().get(index), line);
            } else if (!partial || start < end) {
                return false;
            }
            start = end + 1;
        }
        return place == dimensions.size() && start == key.length() + 1;
    }

    /** The ids of the dimensions that a key doesn't leave empty. */
    static Set<String> named(String key, List<JsonComponent> dimensions) {
        Set<String> named = new HashSet<>();
        String[] parts = key.split(":", -1);
        for (int place = 0; place < Math.min(parts.length, dimensions.size()); place++) {
            if (!parts[place].isEmpty()) {
                named.add(dimensions.get(place).id());
            }
        }
        return named;
    }

    /** The number between two places of a key, or -1 where there is none. */
    private static int index(String key, int start, int end) {
        if (start == end || end - start > MAX_DIGITS) {
            return -1;
        }
        int index = 0;
        for (int i = start; i < end; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }

    /** Takes what an array says of components, in their order; those at its end may be left out. */
    static void array(JsonCursor cursor, List<JsonComponent> components, int annotations, Cells cells) {
        for (int place = 0; cursor.next() != JsonToken.END_ARRAY; place++) {
            int line = cursor.line();
            if (place < components.size()) {
                JsonComponent component = components.get(place);
                cells.put(component.id(), component.said(cursor), line);
            } else if (cursor.index() >= annotations) {
                throw new MalformedFileException(Reason.WRONG_INDEX, line, cursor.text());
            }
        }
    }
}
