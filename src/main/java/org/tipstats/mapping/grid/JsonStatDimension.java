package org.tipstats.mapping.grid;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.JsonCursor;
import org.tipstats.mapping.grid.LongTable.Axis;

/** A dimension of JSON-stat with its categories. */
final class JsonStatDimension {

    private final List<String> order = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final int line;
    private String label;

    private JsonStatDimension(int line) {
        this.line = line;
    }

    static JsonStatDimension read(JsonCursor cursor) {
        JsonStatDimension dimension = new JsonStatDimension(cursor.line());
        while (cursor.nextKey(null)) {
            if (cursor.key().equals("label")) {
                dimension.label = cursor.optionalText();
            } else if (cursor.key().equals("category") && cursor.token() == JsonToken.START_OBJECT) {
                dimension.categories(cursor);
            } else {
                cursor.skip();
            }
        }
        return dimension;
    }

    private void categories(JsonCursor cursor) {
        while (cursor.nextKey(null)) {
            boolean object = cursor.token() == JsonToken.START_OBJECT;
            if (cursor.key().equals("index") && cursor.token() == JsonToken.START_ARRAY) {
                readTexts(cursor, order);
            } else if (cursor.key().equals("index") && object) {
                while (cursor.nextKey(null)) {
                    places.put(cursor.key(), cursor.index());
                    checkSize(places.size(), cursor);
                }
            } else if (cursor.key().equals("label") && object) {
                while (cursor.nextKey(null)) {
                    labels.put(cursor.key(), text(cursor));
                    checkSize(labels.size(), cursor);
                }
            } else if (cursor.key().equals("unit") && object) {
                units(cursor);
            } else {
                cursor.skip();
            }
        }
    }

    private static String text(JsonCursor cursor) {
        String text = cursor.optionalText();
        return text == null ? "" : text;
    }

    private static void readTexts(JsonCursor cursor, List<String> texts) {
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (!cursor.token().isScalarValue()) {
                throw new MalformedFileException(Reason.UNEXPECTED_PART, cursor.line(), cursor.key());
            }
            texts.add(cursor.text());
            checkSize(texts.size(), cursor);
        }
    }

    private static void checkSize(int size, JsonCursor cursor) {
        if (size > Grid.MAX_CELLS) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, cursor.line());
        }
    }

    /**
     * Reads the units of categories. The text of a unit is its {@code label} or its {@code base}, whichever is first.
     */
    private void units(JsonCursor cursor) {
        while (cursor.nextKey(null)) {
            String code = cursor.key();
            if (cursor.token() != JsonToken.START_OBJECT) {
                cursor.skip();
                continue;
            }
            while (cursor.nextKey(null)) {
                if (cursor.key().equals("label") || cursor.key().equals("base")) {
                    units.putIfAbsent(code, text(cursor));
                } else {
                    cursor.skip();
                }
            }
            checkSize(units.size(), cursor);
        }
    }

    private Axis axis(String id, int size) {
        List<String> codes = codes();
        if (codes.size() != size) {
            throw new MalformedFileException(Reason.WRONG_INDEX, line, id);
        }
        List<String> shown = codes.stream()
                .map(code -> labels.getOrDefault(code, "").isBlank() ? code : labels.get(code))
                .toList();
        List<String> ofCodes = units.isEmpty()
                ? null
                : codes.stream().map(code -> units.getOrDefault(code, "")).toList();
        return new Axis(label == null || label.isBlank() ? id : label, shown, codes, ofCodes);
    }

    /** Returns the codes in the order of the cube. A dimension with one category may leave out the order. */
    private List<String> codes() {
        if (places.isEmpty()) {
            return order.isEmpty() ? List.copyOf(labels.keySet()) : order;
        }
        String[] codes = new String[places.size()];
        places.forEach((code, place) -> {
            if (place >= codes.length || codes[place] != null) {
                throw new MalformedFileException(Reason.WRONG_INDEX, line, code);
            }
            codes[place] = code;
        });
        return List.of(codes);
    }

    /** The dimensions of a dataset. JSON-stat 1 writes their order and sizes beside them, as members of one object. */
    static final class Dimensions {

        private final List<String> ids = new ArrayList<>();
        private final List<String> sizes = new ArrayList<>();
        private final Map<String, JsonStatDimension> byId = new HashMap<>();

        void readIds(JsonCursor cursor) {
            if (cursor.isStartOf(JsonToken.START_ARRAY)) {
                readTexts(cursor, ids);
            }
        }

        void readSizes(JsonCursor cursor) {
            if (cursor.isStartOf(JsonToken.START_ARRAY)) {
                readTexts(cursor, sizes);
            }
        }

        void read(JsonCursor cursor) {
            if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
                return;
            }
            while (cursor.nextKey(null)) {
                if (cursor.token() == JsonToken.START_OBJECT) {
                    byId.put(cursor.key(), JsonStatDimension.read(cursor));
                } else if (cursor.key().equals("id")) {
                    readIds(cursor);
                } else if (cursor.key().equals("size")) {
                    readSizes(cursor);
                } else {
                    cursor.skip();
                }
                if (byId.size() > Grid.MAX_COLUMNS) {
                    throw new MalformedFileException(Reason.TOO_MANY_PARTS, cursor.line());
                }
            }
        }

        List<String> ids() {
            return ids;
        }

        List<Axis> axes() {
            if (sizes.size() != ids.size()) {
                throw new MalformedFileException(Reason.MISSING_PART, 0, "size");
            }
            return IntStream.range(0, ids.size()).mapToObj(this::axis).toList();
        }

        private Axis axis(int place) {
            String id = ids.get(place);
            JsonStatDimension dimension = byId.get(id);
            String size = sizes.get(place);
            if (dimension == null || !size.matches("\\d{1,9}")) {
                throw new MalformedFileException(Reason.MISSING_PART, 0, id);
            }
            return dimension.axis(id, Integer.parseInt(size));
        }
    }
}
