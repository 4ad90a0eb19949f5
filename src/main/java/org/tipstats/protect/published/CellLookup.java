package org.tipstats.protect.published;

import java.util.OptionalLong;

/** Looks up something about a cell that is not published, for example its true count. */
@FunctionalInterface
public interface CellLookup {

    /** A lookup that has no value for any cell. */
    CellLookup NONE = (release, table, key) -> OptionalLong.empty();

    /**
     * Returns the value of a cell.
     *
     * @param release the id of the release
     * @param table the id of the dataflow, or the name of the table
     * @param key the text of the key
     * @return the value of the cell; empty if it is not known
     */
    OptionalLong find(String release, String table, String key);
}
