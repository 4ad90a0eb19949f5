package org.tipstats.protect.intruder;

import java.util.OptionalLong;

/** Looks up knowledge of a cell beyond the published figures, for example its true count. */
@FunctionalInterface
public interface CellLookup {

    /** Knows nothing. */
    CellLookup NONE = (release, table, key) -> OptionalLong.empty();

    /**
     * Returns the value of a cell.
     *
     * @param release the id of the release
     * @param table the id of the dataflow, or the name of the table
     * @param key the text of the key
     * @return empty if nothing is known
     */
    OptionalLong find(String release, String table, String key);
}
