package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.DataSetDefaults.StructureReference;

/**
 * The structure of an SDMX-JSON message: the components of each level. The levels are data set, group, series and
 * observation.
 *
 * @param reference the dataflow or structure of the data, or null
 * @param annotations the number of annotations to which indexes may refer
 */
record JsonStructure(
        Map<String, List<JsonComponent>> dimensionsByLevel,
        Map<String, List<JsonComponent>> measuresByLevel,
        Map<String, List<JsonComponent>> attributesByLevel,
        StructureReference reference,
        int annotations) {

    static final String DATA_SET = "dataSet";
    static final String GROUP = "dimensionGroup";
    static final String SERIES = "series";
    static final String OBSERVATION = "observation";

    static JsonStructure read(JsonCursor cursor, MemoryBudget budget) {
        Map<String, List<JsonComponent>> dimensions = new HashMap<>();
        Map<String, List<JsonComponent>> measures = new HashMap<>();
        Map<String, List<JsonComponent>> attributes = new HashMap<>();
        StructureReference reference = null;
        int annotations = 0;
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            switch (cursor.key()) {
                case "dimensions" -> levels(cursor, budget, dimensions);
                case "measures" -> levels(cursor, budget, measures);
                case "attributes" -> levels(cursor, budget, attributes);
                case "links" -> reference = reference(cursor);
                case "annotations" -> annotations = count(cursor);
                default -> cursor.skip();
            }
        }
        JsonStructure shape = new JsonStructure(dimensions, measures, attributes, reference, annotations);
        shape.check();
        return shape;
    }

    private static void levels(JsonCursor cursor, MemoryBudget budget, Map<String, List<JsonComponent>> levels) {
        Set<String> seen = new HashSet<>();
        if (!cursor.isStartOf(JsonToken.START_OBJECT)) {
            return;
        }
        while (cursor.nextKey(seen)) {
            List<JsonComponent> components = new ArrayList<>();
            levels.put(cursor.key(), components);
            if (cursor.isStartOf(JsonToken.START_ARRAY)) {
                components(cursor, budget, components);
            }
        }
    }

    private static void components(JsonCursor cursor, MemoryBudget budget, List<JsonComponent> components) {
        Set<String> ids = new HashSet<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (cursor.token() != JsonToken.START_OBJECT) {
                throw new MalformedFileException(Reason.UNEXPECTED_PART, cursor.line(), cursor.key());
            }
            JsonComponent component = JsonComponent.read(cursor, budget);
            if (!ids.add(component.id())) {
                throw new MalformedFileException(Reason.GIVEN_TWICE, component.line(), component.id());
            }
            if (ids.size() > CsvReader.MAX_COLUMNS) {
                throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, component.line());
            }
            components.add(component);
        }
    }

    /**
     * Returns the dataflow that the links name. If the links name no dataflow, returns another artefact that the links
     * name, or null.
     */
    static StructureReference reference(JsonCursor cursor) {
        StructureReference reference = null;
        if (!cursor.isStartOf(JsonToken.START_ARRAY)) {
            return null;
        }
        while (cursor.next() != JsonToken.END_ARRAY) {
            StructureReference link = cursor.token() == JsonToken.START_OBJECT ? link(cursor) : null;
            if (link != null && (reference == null || link.isPreferredTo(reference))) {
                reference = link;
            }
        }
        return reference;
    }

    private static StructureReference link(JsonCursor cursor) {
        String urn = null;
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            if (cursor.key().equals("urn")) {
                urn = cursor.optionalText();
            } else {
                cursor.skip();
            }
        }
        return urn == null ? null : StructureReference.of(urn);
    }

    private static int count(JsonCursor cursor) {
        int count = 0;
        if (cursor.isStartOf(JsonToken.START_ARRAY)) {
            for (; cursor.next() != JsonToken.END_ARRAY; count++) {
                cursor.skip();
            }
        }
        return count;
    }

    /**
     * Refuses a dimension that occurs twice or has no codes, and a dimension of a data set without exactly one code.
     */
    private void check() {
        Set<String> ids = new HashSet<>();
        for (JsonComponent dimension : dimensionsAsPresented()) {
            if (!ids.add(dimension.id())) {
                throw new MalformedFileException(Reason.GIVEN_TWICE, dimension.line(), dimension.id());
            }
            if (dimension.values() == null) {
                throw new MalformedFileException(Reason.MISSING_PART, dimension.line(), dimension.id() + " values");
            }
        }
        for (JsonComponent dimension : dimensions(DATA_SET)) {
            if (dimension.values().size() != 1) {
                throw new MalformedFileException(Reason.WRONG_INDEX, dimension.line(), dimension.id());
            }
        }
    }

    List<JsonComponent> dimensions(String level) {
        return dimensionsByLevel.getOrDefault(level, List.of());
    }

    List<JsonComponent> attributes(String level) {
        return attributesByLevel.getOrDefault(level, List.of());
    }

    /**
     * Returns the measures that the message describes. A message of version 1.0 describes no measure, because every
     * such message has only one measure.
     */
    List<JsonComponent> measures() {
        return measuresByLevel.getOrDefault(OBSERVATION, List.of());
    }

    /** Returns all dimensions in the order in which the message lists them, level by level. */
    List<JsonComponent> dimensionsAsPresented() {
        List<JsonComponent> all = new ArrayList<>(dimensions(DATA_SET));
        all.addAll(dimensions(SERIES));
        all.addAll(dimensions(OBSERVATION));
        return all;
    }

    /**
     * Returns all dimensions in the order of their positions in the key, as far as the message gives these positions.
     */
    List<JsonComponent> dimensionsByPosition() {
        List<JsonComponent> all = dimensionsAsPresented();
        all.sort(Comparator.comparingInt(JsonComponent::position));
        return all;
    }

    List<JsonComponent> attributes() {
        List<JsonComponent> all = new ArrayList<>();
        for (String level : new String[] {DATA_SET, GROUP, SERIES, OBSERVATION}) {
            all.addAll(attributes(level));
        }
        return all;
    }
}
