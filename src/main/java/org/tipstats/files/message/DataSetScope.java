package org.tipstats.files.message;

/** What a data set says of all its observations, and how an observation is put together. */
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

    /** Takes what the message says of the structure and the action of the data set; null says nothing. */
    void describe(StructureReference structure, String action) {
        if (structure != null) {
            key.set(columns.special(Columns.STRUCTURE), structure.word());
            key.set(columns.special(Columns.STRUCTURE_ID), structure.identification());
        }
        if (action != null) {
            key.set(columns.special(Columns.ACTION), action);
        }
    }

    /** Takes codes that all observations of the data set have. */
    void common(Cells codes, int line) {
        key.inherit(codes, line);
    }

    /** Takes what the data set says of components. */
    void take(Cells said, int line) {
        said.split(key, attributes, line);
    }

    /** Takes what holds for the observations with some codes; without any code it holds for the whole data set. */
    void group(Cells codes, Cells said, int line) {
        if (codes.isEmpty()) {
            take(said, line);
        } else {
            groups.add(codes, said, line);
        }
    }

    /** Takes the text that an attribute has where nothing says another. */
    void imply(String id, String text, int line) {
        if (attributes.get(columns.place(id, line)) == null) {
            attributes.put(id, text, line);
        }
    }

    /** Puts an observation together from what it says itself and what its series says, or null. */
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

    /** How many observations it has had so far. */
    int rows() {
        return rows;
    }
}
