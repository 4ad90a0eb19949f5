package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.message.DataSetDefaults.StructureReference;

/**
 * The description of the data in an SDMX-JSON message: the structure and the actions of the data sets. The structure
 * may stand before or after the data.
 */
final class JsonMessage {

    static final String DATA_SETS = "dataSets";

    /** Keys that belong inside {@code data}. Drafts of the standard placed these keys next to {@code data}. */
    private static final Set<String> AT_ROOT = Set.of("structure", "structures", DATA_SETS, "errors");

    private final ComponentRoles roles;
    private final MemoryBudget budget = new MemoryBudget();
    private final List<Assumption> assumptions;
    private JsonStructure shape;
    private StructureReference linked;
    private boolean data;
    private boolean actions;
    private boolean deletes;
    private String other;

    private JsonMessage(ComponentRoles roles, List<Assumption> assumptions) {
        this.roles = roles;
        this.assumptions = assumptions;
    }

    static JsonMessage read(Path file, ComponentRoles roles) throws IOException {
        JsonMessage message = new JsonMessage(roles, MessageFile.of(file).assumptions());
        try (JsonCursor cursor = new JsonCursor(file)) {
            walk(cursor, key -> message.take(cursor));
        }
        if (!message.data) {
            throw new MalformedFileException(Reason.NOT_A_DATA_MESSAGE, 1, message.other);
        }
        if (message.shape == null) {
            throw new MalformedFileException(Reason.MISSING_PART, 1, "structures");
        }
        return message;
    }

    /**
     * Calls the consumer for each key inside {@code data}, and for the keys in {@code AT_ROOT} beside {@code data}. The
     * consumer must read or skip the value of the key.
     */
    static void walk(JsonCursor cursor, Consumer<String> taker) {
        if (cursor.next() != JsonToken.START_OBJECT) {
            throw new MalformedFileException(Reason.NOT_A_DATA_MESSAGE, cursor.line());
        }
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            if (cursor.key().equals("data") && cursor.token() == JsonToken.START_OBJECT) {
                Set<String> inner = new HashSet<>();
                while (cursor.nextKey(inner)) {
                    taker.accept(cursor.key());
                }
            } else if (AT_ROOT.contains(cursor.key())) {
                taker.accept(cursor.key());
            } else {
                cursor.skip();
            }
        }
        if (cursor.next() != null) {
            throw new MalformedFileException(Reason.BROKEN_JSON, cursor.line());
        }
    }

    private void take(JsonCursor cursor) {
        switch (cursor.key()) {
            case "structure" -> {
                if (cursor.isStartOf(JsonToken.START_OBJECT)) {
                    shape(cursor);
                }
            }
            case "structures" -> eachObject(cursor, this::shape);
            case DATA_SETS -> {
                data |= cursor.token() == JsonToken.START_ARRAY;
                eachObject(cursor, this::dataSet);
            }
            default -> {
                other = other == null ? "SDMX-JSON " + cursor.key() : other;
                cursor.skip();
            }
        }
    }

    /** Calls the consumer for each object of an array, which may be null. The consumer must read or skip the object. */
    static void eachObject(JsonCursor cursor, Consumer<JsonCursor> taker) {
        String name = cursor.key();
        if (!cursor.isStartOf(JsonToken.START_ARRAY)) {
            return;
        }
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (cursor.token() != JsonToken.START_OBJECT) {
                throw new MalformedFileException(Reason.UNEXPECTED_PART, cursor.line(), name);
            }
            taker.accept(cursor);
        }
    }

    private void shape(JsonCursor cursor) {
        if (shape != null) {
            throw new MalformedFileException(Reason.SEVERAL_STRUCTURES, cursor.line());
        }
        shape = JsonStructure.read(cursor, budget);
    }

    private void dataSet(JsonCursor cursor) {
        Set<String> seen = new HashSet<>();
        while (cursor.nextKey(seen)) {
            switch (cursor.key()) {
                case "action" -> {
                    String action = cursor.optionalText();
                    actions |= action != null;
                    deletes |=
                            action != null && DataSetDefaults.actionCode(action).equals(DataSetDefaults.DELETE);
                }
                case "structure" -> {
                    if (cursor.index() != 0) {
                        throw new MalformedFileException(Reason.WRONG_INDEX, cursor.line(), cursor.text());
                    }
                }
                case "links" -> {
                    StructureReference link = JsonStructure.reference(cursor);
                    linked = linked == null ? link : linked;
                }
                default -> cursor.skip();
            }
        }
    }

    JsonStructure shape() {
        return shape;
    }

    /** Returns the dataflow or structure of the data, or null. */
    StructureReference reference() {
        return shape.reference() == null ? linked : shape.reference();
    }

    MessageColumns columns() {
        MessageColumns columns = new MessageColumns(roles);
        if (reference() != null) {
            columns.specialColumnOf(MessageColumns.STRUCTURE);
            columns.specialColumnOf(MessageColumns.STRUCTURE_ID);
        }
        if (actions) {
            columns.specialColumnOf(MessageColumns.ACTION);
        }
        Set<String> dimensions = new HashSet<>();
        for (JsonComponent dimension : shape.dimensionsAsPresented()) {
            columns.columnOf(dimension.id(), dimension.line());
            dimensions.add(dimension.id());
        }
        shape.measures().forEach(measure -> columns.columnOf(measure.id(), measure.line()));
        shape.attributes().forEach(attribute -> columns.columnOf(attribute.id(), attribute.line()));
        return columns.inHeaderOrder(roles.learnt(dimensions), deletes);
    }

    /** Returns the components to which the array of an observation refers, in the order of the array. */
    List<JsonComponent> observed() {
        List<JsonComponent> observed = new ArrayList<>(shape.measures());
        if (observed.isEmpty()) {
            observed.add(new JsonComponent(roles.measure(), null, -1, Set.of(), null, 1));
        }
        observed.addAll(shape.attributes(JsonStructure.OBSERVATION));
        return observed;
    }

    MemoryBudget budget() {
        return budget;
    }

    List<Assumption> assumptions() {
        return assumptions;
    }
}
