package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * A component of a data structure, as an SDMX-JSON message describes the component.
 *
 * @param values the texts that indexes refer to (null in the list means no value), or null if the data holds the texts
 *     themselves
 * @param position the position of a dimension in the key, or -1 if no position is given
 * @param dimensions the ids of the dimensions that an attribute belongs to; empty if not given
 * @param defaultText the default text of an attribute, or null
 * @param line the line of the description of the component
 */
record JsonComponent(
        String id, List<String> values, int position, Set<String> dimensions, String defaultText, int line) {

    static JsonComponent read(JsonCursor cursor, MemoryBudget budget) {
        int line = cursor.line();
        String id = null;
        String implied = null;
        int position = -1;
        List<String> values = null;
        Set<String> dimensions = Set.of();
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            switch (cursor.key()) {
                case "id" -> id = cursor.optionalText();
                case "keyPosition" -> position = cursor.index();
                case "values" -> values = values(cursor, budget);
                case "relationship" -> dimensions = dimensions(cursor);
                case "default" -> implied = cursor.token().isScalarValue() ? text(cursor) : null;
                default -> cursor.skip();
            }
        }
        if (id == null) {
            throw new MalformedFileException(Reason.MISSING_PART, line, "id");
        }
        return new JsonComponent(id, values, position, dimensions, implied, line);
    }

    private static Set<String> dimensions(JsonCursor cursor) {
        Set<String> dimensions = new HashSet<>();
        if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
            return dimensions;
        }
        while (cursor.nextKey(null)) {
            if (cursor.key().equals("dimensions") && cursor.token() == JsonToken.START_ARRAY) {
                while (cursor.next() != JsonToken.END_ARRAY) {
                    String id = cursor.optionalText();
                    if (id != null && dimensions.size() < CsvReader.MAX_COLUMNS) {
                        dimensions.add(id);
                    }
                }
            } else {
                cursor.skip();
            }
        }
        return dimensions;
    }

    /**
     * Reads the list of values. Returns null if there is no list, or an empty one: the data then contains the texts
     * themselves instead of indexes.
     */
    private static List<String> values(JsonCursor cursor, MemoryBudget budget) {
        if (!cursor.isStartOf(JsonToken.START_ARRAY)) {
            return null;
        }
        List<String> values = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            int line = cursor.line();
            String text = value(cursor);
            budget.count(1, text == null ? 0 : text.length(), line);
            values.add(text);
        }
        return values.isEmpty() ? null : values;
    }

    /**
     * Reads a value. Returns the id of a code and any other value unchanged. A text in version 1.0 of the format has
     * only a name, so the name is returned.
     */
    private static String value(JsonCursor cursor) {
        if (cursor.token() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (cursor.token() != JsonToken.START_OBJECT) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, cursor.line(), "values");
        }
        int line = cursor.line();
        String id = null;
        String value = null;
        String name = null;
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            switch (cursor.key()) {
                case "id" -> id = cursor.optionalText();
                case "value", "values" -> value = text(cursor);
                case "name" -> name = cursor.optionalText();
                default -> cursor.skip();
            }
        }
        if (id == null && value == null && name == null) {
            throw new MalformedFileException(Reason.MISSING_PART, line, "id");
        }
        return id != null ? id : value != null ? value : name;
    }

    /**
     * Reads what the data gives for the component: an index, a text, or several indexes or texts. Returns null if the
     * data gives nothing.
     */
    String readValue(JsonCursor cursor) {
        if (values == null) {
            return text(cursor);
        }
        return switch (cursor.token()) {
            case START_ARRAY -> several(cursor, this::readValue);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(cursor.index(), cursor.line(), cursor.text());
            default -> text(cursor);
        };
    }

    /**
     * Returns the text that an index refers to.
     *
     * @param written the index as written in the message, for the error message
     * @throws MalformedFileException if there is no such index
     */
    String value(int index, int line, String written) {
        if (values == null || index >= values.size()) {
            throw new MalformedFileException(Reason.WRONG_INDEX, line, id + " " + written);
        }
        return values.get(index);
    }

    private static String text(JsonCursor cursor) {
        return switch (cursor.token()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> languages(cursor);
            case START_ARRAY -> several(cursor, JsonComponent::text);
            default -> cursor.text();
        };
    }

    private static String several(JsonCursor cursor, Function<JsonCursor, String> reading) {
        MultipleTexts texts = new MultipleTexts();
        while (cursor.next() != JsonToken.END_ARRAY) {
            texts.add(null, reading.apply(cursor), cursor.line());
        }
        return texts.cell();
    }

    private static String languages(JsonCursor cursor) {
        MultipleTexts texts = new MultipleTexts();
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            String language = cursor.key();
            texts.add(language, text(cursor), cursor.line());
        }
        return texts.cell();
    }

    /**
     * Several texts of one component in one cell, in the form of SDMX-CSV. Semicolons separate the texts. If the texts
     * are in several languages, the code of the language stands before each text. A single text is unchanged.
     */
    static final class MultipleTexts {

        private final List<String> texts = new ArrayList<>();
        private String last;
        private int length;

        /** Adds a text. The language may be null; a text that is null adds nothing. */
        void add(String language, String text, int line) {
            if (text == null) {
                return;
            }
            length += 1 + text.length() + (language == null ? 0 : language.length());
            if (length > CsvReader.MAX_CELL + 1) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
            }
            texts.add(language == null ? text : language + ":" + text);
            last = text;
        }

        String cell() {
            return texts.size() < 2 ? last : String.join(";", texts);
        }
    }
}
