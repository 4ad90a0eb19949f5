package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.vocabulary.names.CellText;

/** Resolves the keys and arrays of indexes in the data sets of SDMX-JSON. */
final class JsonIndexes {

    private JsonIndexes() {}

    /**
     * Sets the codes that a key such as {@code 0:12:3} refers to.
     *
     * @param partial true if the key may leave out the code of a dimension
     * @throws MalformedFileException if the key does not refer to codes of these dimensions
     */
    static void key(String key, List<JsonComponent> dimensions, boolean partial, LevelValues cells, int line) {
        if (!tryKey(key, dimensions, partial, cells, line)) {
            throw new MalformedFileException(Reason.WRONG_INDEX, line, key);
        }
    }

    /** Does the same as {@link #key}, but returns false if the key does not refer to codes of these dimensions. */
    static boolean tryKey(String key, List<JsonComponent> dimensions, boolean partial, LevelValues cells, int line) {
        int place = 0;
        int start = 0;
        if (key.isEmpty() && dimensions.isEmpty()) {
            return true;
        }
        for (; start <= key.length() && place < dimensions.size(); place++) {
            int colon = key.indexOf(':', start);
            int end = colon < 0 ? key.length() : colon;
            JsonComponent dimension = dimensions.get(place);
            int index = CellText.digits(key, start, end);
            if (index >= 0 && index < dimension.values().size()) {
                cells.setOnce(dimension.id(), dimension.values().get(index), line);
            } else if (!partial || start < end) {
                return false;
            }
            start = end + 1;
        }
        return place == dimensions.size() && start == key.length() + 1;
    }

    static Set<String> nonEmptyDimensions(String key, List<JsonComponent> dimensions) {
        Set<String> named = new HashSet<>();
        String[] parts = key.split(":", -1);
        for (int place = 0; place < Math.min(parts.length, dimensions.size()); place++) {
            if (!parts[place].isEmpty()) {
                named.add(dimensions.get(place).id());
            }
        }
        return named;
    }

    /**
     * Sets the texts of components from an array, which lists them in the order of the components. The array may leave
     * out the last components.
     *
     * @param annotations the number of annotations; after the components, the array may list indexes of annotations
     */
    static void array(JsonCursor cursor, List<JsonComponent> components, int annotations, LevelValues cells) {
        for (int place = 0; cursor.next() != JsonToken.END_ARRAY; place++) {
            int line = cursor.line();
            if (place < components.size()) {
                JsonComponent component = components.get(place);
                cells.setOnce(component.id(), component.readValue(cursor), line);
            } else if (cursor.index() >= annotations) {
                throw new MalformedFileException(Reason.WRONG_INDEX, line, cursor.text());
            }
        }
    }
}
