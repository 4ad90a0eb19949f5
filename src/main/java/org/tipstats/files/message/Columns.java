package org.tipstats.files.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RawRow;
import org.tipstats.vocabulary.schema.DataStructure;

/** The columns that a message makes, each placed when it is first met. */
final class Columns {

    /** What SDMX-CSV calls what a message says of itself. */
    static final String STRUCTURE = "STRUCTURE";

    static final String STRUCTURE_ID = "STRUCTURE_ID";
    static final String ACTION = "ACTION";

    /** The most columns of a table. */
    static final int MOST = CsvReader.MAX_COLUMNS;

    private static final List<String> SPECIAL = List.of(STRUCTURE, STRUCTURE_ID, ACTION);
    private static final Set<String> RESERVED = Set.of(STRUCTURE, STRUCTURE_ID, ACTION, "DATAFLOW");

    private final DataStructure structure;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final boolean[] keys = new boolean[MOST];

    Columns(DataStructure structure) {
        this.structure = structure;
    }

    /** The same columns as a header has them: special ones, those of the data structure in its order, the others. */
    Columns arranged(boolean deletes) {
        Columns arranged = new Columns(structure);
        SPECIAL.stream().filter(places::containsKey).forEach(arranged::special);
        for (String id : structure.componentIds()) {
            // In a deletion a dimension that no key has is a wildcard, not a column that was forgotten; and a message
            // leaves out a value where there is none.
            boolean implied = (deletes && structure.dimension(id).isPresent())
                    || id.equals(structure.measure().id());
            if (implied || places.containsKey(id)) {
                arranged.place(id, 0);
            }
        }
        ids.stream().filter(id -> !SPECIAL.contains(id)).forEach(id -> arranged.place(id, 0));
        return arranged;
    }

    /** The column of what a message says of itself. */
    int special(String id) {
        Integer place = places.get(id);
        return place == null ? add(id) : place;
    }

    /** The column of a component. */
    int place(String id, int line) {
        Integer place = places.get(id);
        if (place != null && !SPECIAL.contains(id)) {
            return place;
        }
        if (id.isBlank() || id.indexOf('[') >= 0 || RESERVED.contains(id.strip().toUpperCase(Locale.ROOT))) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, line, id);
        }
        if (ids.size() >= MOST) {
            throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, line);
        }
        return add(id);
    }

    private int add(String id) {
        keys[ids.size()] = structure.dimension(id).isPresent();
        places.put(id, ids.size());
        ids.add(id);
        return ids.size() - 1;
    }

    /** Whether the column is that of a dimension. */
    boolean isKey(int column) {
        return keys[column];
    }

    /** Whether the column is that of the observed value. */
    boolean isValue(int column) {
        return ids.get(column).equals(structure.measure().id());
    }

    String id(int column) {
        return ids.get(column);
    }

    int size() {
        return ids.size();
    }

    RawRow header(int line) {
        return new RawRow(line, 0, ids.toArray(new String[0]));
    }
}
