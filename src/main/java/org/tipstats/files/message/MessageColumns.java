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

/** The columns of the table that is made from a message. Each column is added when its component first occurs. */
final class MessageColumns {

    /** The SDMX-CSV column with the type of the artefact that describes the data, such as {@code dataflow}. */
    static final String STRUCTURE = "STRUCTURE";

    /** The SDMX-CSV column with the identification of this artefact: {@code AGENCY:ID(VERSION)}. */
    static final String STRUCTURE_ID = "STRUCTURE_ID";
    /** The SDMX-CSV column with the action of the data set. */
    static final String ACTION = "ACTION";

    private static final List<String> SPECIAL = List.of(STRUCTURE, STRUCTURE_ID, ACTION);
    private static final Set<String> RESERVED = Set.of(STRUCTURE, STRUCTURE_ID, ACTION, "DATAFLOW");

    private final ComponentRoles roles;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final boolean[] keys = new boolean[CsvReader.MAX_COLUMNS];

    MessageColumns(ComponentRoles roles) {
        this.roles = roles;
    }

    /**
     * Returns the same columns in the order of a header: first the special columns, then the columns of the data
     * structure in the order of the structure, then the other columns.
     *
     * @param roles the roles of the components, now that the whole message has been read
     * @param deletes true if the message has a deletion
     */
    MessageColumns inHeaderOrder(ComponentRoles roles, boolean deletes) {
        MessageColumns arranged = new MessageColumns(roles);
        SPECIAL.stream().filter(places::containsKey).forEach(arranged::specialColumnOf);
        for (String id : roles.order()) {
            // These columns are added even if no observation has them: in a deletion, an empty dimension means all
            // codes, and a message leaves out the measure if no observation has a value.
            boolean implied = (deletes && roles.isDimension(id)) || id.equals(roles.measure());
            if (implied || places.containsKey(id)) {
                arranged.columnOf(id, 0);
            }
        }
        ids.stream().filter(id -> !SPECIAL.contains(id)).forEach(id -> arranged.columnOf(id, 0));
        return arranged;
    }

    /** Returns the column for information about the message itself. Adds the column if needed. */
    int specialColumnOf(String id) {
        Integer place = places.get(id);
        return place == null ? add(id) : place;
    }

    /**
     * Returns the column of a component. Adds the column if needed.
     *
     * @throws MalformedFileException if the id cannot be the id of a component, or if there are too many columns
     */
    int columnOf(String id, int line) {
        Integer place = places.get(id);
        if (place != null && !SPECIAL.contains(id)) {
            return place;
        }
        if (id.isBlank() || id.indexOf('[') >= 0 || RESERVED.contains(id.strip().toUpperCase(Locale.ROOT))) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, line, id);
        }
        if (ids.size() >= CsvReader.MAX_COLUMNS) {
            throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, line);
        }
        return add(id);
    }

    private int add(String id) {
        keys[ids.size()] = roles.isDimension(id);
        places.put(id, ids.size());
        ids.add(id);
        return ids.size() - 1;
    }

    ComponentRoles roles() {
        return roles;
    }

    boolean isKey(int column) {
        return keys[column];
    }

    boolean isValue(int column) {
        return ids.get(column).equals(roles.measure());
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
