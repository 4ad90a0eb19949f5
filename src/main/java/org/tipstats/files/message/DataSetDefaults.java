package org.tipstats.files.message;

/** The information that a data set gives for all its observations. Puts observations together from it. */
final class DataSetDefaults {

    private final MessageColumns columns;
    private final LevelValues key;
    private final LevelValues attributes;
    private final GroupAttributes groups;
    private int rows;

    DataSetDefaults(MessageColumns columns, MemoryBudget budget) {
        this.columns = columns;
        this.key = new LevelValues(columns);
        this.attributes = new LevelValues(columns);
        this.groups = new GroupAttributes(budget);
    }

    /** Sets the structure and the action of the data set. Null sets nothing. */
    void setReferenceAndAction(StructureReference structure, String action) {
        if (structure != null) {
            key.set(columns.specialColumnOf(MessageColumns.STRUCTURE), structure.word());
            key.set(columns.specialColumnOf(MessageColumns.STRUCTURE_ID), structure.identification());
        }
        if (action != null) {
            key.set(columns.specialColumnOf(MessageColumns.ACTION), action);
        }
    }

    /** Sets codes that all observations of the data set have. */
    void setCommonCodes(LevelValues codes, int line) {
        key.inherit(codes, line);
    }

    /** Sets the components that the data set gives. */
    void setComponents(LevelValues said, int line) {
        said.split(key, attributes, line);
    }

    /** Adds information for the observations with certain codes. Without codes it applies to the whole data set. */
    void group(LevelValues codes, LevelValues said, int line) {
        if (codes.isEmpty()) {
            setComponents(said, line);
        } else {
            groups.add(codes, said, line);
        }
    }

    /** Sets the default text of an attribute, unless the data set gives another one. */
    void setDefault(String id, String text, int line) {
        if (attributes.get(columns.columnOf(id, line)) == null) {
            attributes.setOnce(id, text, line);
        }
    }

    /**
     * Puts an observation together from its own texts and those of its series, its groups and the data set.
     *
     * @param series the texts of its series, or null
     */
    MessageRow observation(int line, LevelValues own, LevelValues series) {
        if (series != null) {
            own.inherit(series, line);
        }
        own.inherit(key, line);
        groups.applyTo(own, line);
        own.inherit(attributes, line);
        rows++;
        return new MessageRow(line, own.toRow());
    }

    /** Returns how many observations the data set has had so far. */
    int rows() {
        return rows;
    }
}
