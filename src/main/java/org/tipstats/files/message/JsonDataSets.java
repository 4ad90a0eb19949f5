package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * Reads the parts of the data sets of an SDMX-JSON message, in any order, except the series and the observations. Of a
 * series, reads only attributes that stand after the observations.
 */
final class JsonDataSets {

    private static final int MAX_DATA_SETS = 1_000;

    private final JsonCursor cursor;
    private final JsonMessage message;
    private final JsonStructure shape;
    private final MessageColumns columns;
    private final List<JsonDataSet> dataSets = new ArrayList<>();

    private JsonDataSets(JsonCursor cursor, JsonMessage message, MessageColumns columns) {
        this.cursor = cursor;
        this.message = message;
        this.shape = message.shape();
        this.columns = columns;
    }

    static List<JsonDataSet> read(Path file, JsonMessage message, MessageColumns columns) throws IOException {
        try (JsonCursor cursor = new JsonCursor(file)) {
            JsonDataSets reading = new JsonDataSets(cursor, message, columns);
            JsonMessage.walk(cursor, key -> {
                if (key.equals(JsonMessage.DATA_SETS)) {
                    JsonMessage.eachObject(cursor, same -> reading.dataSet());
                } else {
                    cursor.skip();
                }
            });
            return reading.dataSets;
        }
    }

    private void dataSet() {
        int line = cursor.line();
        if (dataSets.size() == MAX_DATA_SETS) {
            throw new MalformedFileException(Reason.TOO_MANY_PARTS, line, JsonMessage.DATA_SETS);
        }
        DataSetDefaults scope = new DataSetDefaults(columns, message.budget());
        Map<Integer, LevelValues> late = new HashMap<>();
        String action = null;
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            switch (cursor.key()) {
                case "action" -> action = cursor.optionalText();
                case "attributes" -> scope.setComponents(said(JsonStructure.DATA_SET), cursor.line());
                case "dimensionGroupAttributes" -> groups(scope);
                case "series" -> late(late);
                default -> cursor.skip();
            }
        }
        String code = action == null ? null : DataSetDefaults.actionCode(action);
        boolean deletes = DataSetDefaults.DELETE.equals(code);
        scope.setReferenceAndAction(message.reference(), code);
        constants(scope, deletes, line);
        dataSets.add(new JsonDataSet(scope, deletes, late));
    }

    /**
     * Sets the dimensions that have the same code for all observations, and the default texts of attributes. In a
     * deletion, attributes have no default texts.
     */
    private void constants(DataSetDefaults scope, boolean deletes, int line) {
        LevelValues key = new LevelValues(columns);
        for (JsonComponent dimension : shape.dimensions(JsonStructure.DATA_SET)) {
            key.setOnce(dimension.id(), dimension.values().get(0), dimension.line());
        }
        scope.setCommonCodes(key, line);
        for (JsonComponent attribute : deletes ? List.<JsonComponent>of() : shape.attributes()) {
            if (attribute.defaultText() != null) {
                scope.setDefault(attribute.id(), attribute.defaultText(), attribute.line());
            }
        }
    }

    private LevelValues said(String level) {
        LevelValues cells = new LevelValues(columns);
        if (cursor.isStartOf(JsonToken.START_ARRAY)) {
            JsonIndexes.array(cursor, shape.attributes(level), 0, cells);
        }
        return cells;
    }

    private void groups(DataSetDefaults scope) {
        if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
            return;
        }
        List<JsonComponent> components = shape.attributes(JsonStructure.GROUP);
        while (cursor.nextKey(null)) {
            int line = cursor.keyLine();
            String key = cursor.key();
            if (cursor.isStartOf(JsonToken.START_ARRAY)) {
                LevelValues said = new LevelValues(columns);
                JsonIndexes.array(cursor, components, shape.annotations(), said);
                scope.group(codes(key, said, line), said, line);
            }
        }
    }

    /**
     * Returns the codes of a group. The key of a group has one position for each dimension. According to the text of
     * the standard, the positions follow the order of the dimensions in the key; in the samples of the standard, the
     * positions follow the order in which the message lists the dimensions. An order is possible if the codes in the
     * key then exist and belong to dimensions of the group's attributes. If both orders are possible and give different
     * codes, the message is ambiguous and refused.
     */
    private LevelValues codes(String key, LevelValues said, int line) {
        Set<String> meant = new HashSet<>();
        for (JsonComponent attribute : shape.attributes(JsonStructure.GROUP)) {
            if (said.get(columns.columnOf(attribute.id(), line)) != null) {
                meant.addAll(attribute.dimensions());
            }
        }
        LevelValues found = null;
        for (List<JsonComponent> order : List.of(shape.dimensionsAsPresented(), shape.dimensionsByPosition())) {
            LevelValues codes = new LevelValues(columns);
            boolean fits = meant.isEmpty() || meant.containsAll(JsonIndexes.nonEmptyDimensions(key, order));
            if (fits && JsonIndexes.tryKey(key, order, true, codes, line)) {
                if (found != null && !Arrays.equals(found.toRow(), codes.toRow())) {
                    throw new MalformedFileException(Reason.WRONG_INDEX, line, key);
                }
                found = codes;
            }
        }
        if (found == null) {
            throw new MalformedFileException(Reason.WRONG_INDEX, line, key);
        }
        return found;
    }

    /**
     * Reads the attributes of the series in which the observations come before the attributes. For all other series,
     * the attributes are read later, together with the observations.
     */
    private void late(Map<Integer, LevelValues> late) {
        if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
            return;
        }
        for (int number = 0; cursor.nextKey(null); number++) {
            if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            while (cursor.nextKey(seen)) {
                if (cursor.key().equals("attributes") && seen.contains("observations")) {
                    late.put(number, said(JsonStructure.SERIES));
                    message.budget().count(columns.size(), 0, cursor.line());
                } else {
                    cursor.skip();
                }
            }
        }
    }

    /**
     * A data set of SDMX-JSON without its observations.
     *
     * @param scope the information for all observations of the data set
     * @param deletes true if the data set deletes observations; the keys may then be partial
     * @param attributesAfterObservations for each series that gives its attributes after its observations: the
     *     index of the series, and these attributes
     */
    record JsonDataSet(DataSetDefaults scope, boolean deletes, Map<Integer, LevelValues> attributesAfterObservations) {}
}
