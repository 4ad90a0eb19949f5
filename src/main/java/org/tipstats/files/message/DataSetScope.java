package org.tipstats.files.message;

/** The information that a data set gives for all its observations. Puts observations together from it. */
final class DataSetScope {

    private final Columns columns;
    private final Cells key;
    private final Cells attributes;
    private final Groups groups;
    private int rows;

    DataSetScope(Columns columns, Budget budget) {
        this.columns = columns;
        this.key = new Cells(columns);
        this.attributes = new Cells(columns);
        this.groups = new Groups(budget);
    }

    /** Sets the structure and the action of the data set. Null sets nothing. */
    void describe(StructureReference structure, String action) {
        if (structure != null) {
            key.set(columns.special(Columns.STRUCTURE), structure.word());
            key.set(columns.special(Columns.STRUCTURE_ID), structure.identification());
        }
        if (action != null) {
            key.set(columns.special(Columns.ACTION), action);
        }
    }

    /** Sets codes that all observations of the data set have. */
    void common(Cells codes, int line) {
        key.inherit(codes, line);
    }

    /** Sets the components that the data set gives. */
    void take(Cells said, int line) {
        said.split(key, attributes, line);
    }

    /** Adds information for the observations with certain codes. Without codes it applies to the whole data set. */
    void group(Cells codes, Cells said, int line) {
        if (codes.isEmpty()) {
            take(said, line);
        } else {
            groups.add(codes, said, line);
        }
    }

    /** Sets the default text of an attribute, unless the data set gives another one. */
    void imply(String id, String text, int line) {
        if (attributes.get(columns.place(id, line)) == null) {
            attributes.put(id, text, line);
        }
    }

    /**
     * Puts an observation together from its own texts and those of its series, its groups and the data set.
     *
     * @param series the texts of its series, or null
     */
    Observation observation(int line, Cells own, Cells series) {
        if (series != null) {
            own.inherit(series, line);
        }
        own.inherit(key, line);
        groups.spread(own, line);
        own.inherit(attributes, line);
        rows++;
        return new Observation(line, own.toRow());
    }

    /** Returns how many observations the data set has had so far. */
    int rows() {
        return rows;
    }
}
