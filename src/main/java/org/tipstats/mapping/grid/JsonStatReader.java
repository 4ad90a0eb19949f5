package org.tipstats.mapping.grid;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.JsonCursor;
import org.tipstats.mapping.grid.JsonStatDimension.Dimensions;
import org.tipstats.mapping.grid.LongTable.Axis;

/**
 * Reads JSON-stat: a dataset, a dataset inside of an object as in version 1, or a collection that holds one dataset. A
 * cell without a value and without a status of its own is left out.
 */
final class JsonStatReader {

    /** Largest number of decimals, or of zeros at the end, that replace an exponent. Beyond it, the exponent stays. */
    private static final int MAX_EXPONENT = 60;

    private final JsonCursor cursor;
    private Dimensions dimensions;
    private Map<Integer, String> values;
    private Map<Integer, String> statuses = Map.of();
    private String status;

    private JsonStatReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads a file and adds its rows.
     *
     * @return false if the file is JSON, but holds no dataset
     * @throws MalformedFileException if the file is broken or contradicts itself
     */
    static boolean read(Path file, GridBuilder builder) throws IOException {
        try (JsonCursor cursor = new JsonCursor(file)) {
            JsonStatReader reader = new JsonStatReader(cursor);
            if (cursor.next() != JsonToken.START_OBJECT) {
                return false;
            }
            reader.object();
            if (cursor.next() != null) {
                throw new MalformedFileException(Reason.BROKEN_JSON, cursor.line());
            }
            if (reader.values == null
                    || reader.dimensions == null
                    || reader.dimensions.ids().isEmpty()) {
                return false;
            }
            reader.write(builder);
            return true;
        }
    }

    /** Reads an object that may be a dataset or hold datasets. */
    private void object() {
        Dimensions found = new Dimensions();
        boolean dataset = false;
        while (cursor.nextKey(null)) {
            switch (cursor.key()) {
                case "id" -> found.readIds(cursor);
                case "size" -> found.readSizes(cursor);
                case "role" -> cursor.skip();
                case "dimension" -> found.read(cursor);
                case "value" -> dataset |= values();
                case "status" -> statuses();
                case "dataset", "link" -> nested();
                default -> cursor.skip();
            }
        }
        dimensions = dataset ? found : dimensions;
    }

    /**
     * Reads the values of a dataset: an array or an object. Returns false if there is a single value instead, because
     * the object that holds it is then not a dataset.
     */
    private boolean values() {
        if (cursor.token().isScalarValue()) {
            return false;
        }
        if (values != null) {
            throw new MalformedFileException(Reason.SEVERAL_STRUCTURES, cursor.keyLine());
        }
        values = indexed();
        return true;
    }

    /** Reads the dataset of version 1, or the items of a collection. */
    private void nested() {
        if (cursor.key().equals("dataset") && cursor.token() == JsonToken.START_OBJECT) {
            object();
        } else if (cursor.token() == JsonToken.START_OBJECT) {
            while (cursor.nextKey(null)) {
                if (cursor.key().equals("item") && cursor.token() == JsonToken.START_ARRAY) {
                    items();
                } else {
                    cursor.skip();
                }
            }
        } else {
            cursor.skip();
        }
    }

    private void items() {
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (cursor.token() == JsonToken.START_OBJECT) {
                object();
            } else {
                cursor.skip();
            }
        }
    }

    private void statuses() {
        if (cursor.token() == JsonToken.START_ARRAY || cursor.token() == JsonToken.START_OBJECT) {
            statuses = indexed();
        } else {
            status = cursor.optionalText();
        }
    }

    /** Reads an array, or an object whose keys are the indexes of an array. Leaves out null. */
    private Map<Integer, String> indexed() {
        Map<Integer, String> found = new TreeMap<>();
        if (cursor.token() == JsonToken.START_ARRAY) {
            for (int index = 0; cursor.next() != JsonToken.END_ARRAY; index++) {
                put(found, index);
            }
        } else {
            while (cursor.nextKey(null)) {
                if (!cursor.key().matches("\\d{1,9}")) {
                    throw new MalformedFileException(Reason.WRONG_INDEX, cursor.keyLine(), cursor.key());
                }
                put(found, Integer.parseInt(cursor.key()));
            }
        }
        return found;
    }

    private void put(Map<Integer, String> found, int index) {
        if (!cursor.token().isScalarValue()) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, cursor.line(), "value");
        }
        if (cursor.token() != JsonToken.VALUE_NULL) {
            found.put(index, cursor.token() == JsonToken.VALUE_NUMBER_FLOAT ? plain(cursor.text()) : cursor.text());
        }
        if (found.size() > Grid.MAX_CELLS) {
            throw GridBuilder.tooManyCells(cursor.line());
        }
    }

    /** Writes a number without an exponent, if this does not add too many digits. */
    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(number);
        } catch (NumberFormatException e) {
            // The exponent is out of range.
            return number;
        }
        return Math.abs((long) value.scale()) > MAX_EXPONENT ? number : value.toPlainString();
    }

    private void write(GridBuilder builder) {
        List<Axis> axes = dimensions.axes();
        long size = LongTable.size(axes);
        TreeSet<Integer> indexes = new TreeSet<>(values.keySet());
        indexes.addAll(statuses.keySet());
        if (!indexes.isEmpty() && size >= 0 && indexes.last() >= size) {
            throw new MalformedFileException(Reason.WRONG_INDEX, 0, String.valueOf(indexes.last()));
        }
        LongTable table = new LongTable(builder, axes, status != null || !statuses.isEmpty(), null);
        String common = status == null ? "" : status;
        for (int index : indexes) {
            table.add(index, values.getOrDefault(index, ""), statuses.getOrDefault(index, common));
        }
        table.end();
    }
}
