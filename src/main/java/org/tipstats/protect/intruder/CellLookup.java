package org.tipstats.protect.intruder;

import java.util.OptionalLong;

/** Looks up what is known of a cell beyond what is published: its true count, say. */
@FunctionalInterface
public interface CellLookup {

    /** Knows nothing. */
    CellLookup NONE = (release, table, key) -> OptionalLong.empty();

    /**
     * @param release the id of the release
     * @param table the id of the dataflow, or the name of the table
     * @param key the text of the key
     * @return empty where nothing is known
     */
    OptionalLong find(String release, String table, String key);
}
