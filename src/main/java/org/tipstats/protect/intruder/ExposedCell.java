package org.tipstats.protect.intruder;

import java.util.OptionalLong;

/**
 * A hidden cell that is not safe. Its text names the cell and never holds the value.
 *
 * @param release the release that hides it
 * @param table the id of the dataflow, or the name of the table
 * @param area the area or group of areas; empty for a table without areas
 * @param key the text of the key
 * @param masked whether its provider masked it, rather than the publisher
 * @param value the only value that is possible; empty where that was not found out. Confidential
 */
public record ExposedCell(String release, String table, String area, String key, boolean masked, OptionalLong value) {

    @Override
    public String toString() {
        return release + " " + table + " " + key + (masked ? " (masked)" : "");
    }
}
