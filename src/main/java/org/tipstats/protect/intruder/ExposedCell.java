package org.tipstats.protect.intruder;

import java.util.OptionalLong;

/**
 * A hidden cell that is not safe. Its text names the cell and never contains the value.
 *
 * @param release the release that hides it
 * @param table the id of the dataflow, or the name of the table
 * @param area the area or group of areas; empty for a table without areas
 * @param key the text of the key
 * @param masked true if its provider masked it, false if the publisher withheld it
 * @param value the only possible value; empty if it was not found. Confidential
 */
public record ExposedCell(String release, String table, String area, String key, boolean masked, OptionalLong value) {

    @Override
    public String toString() {
        return release + " " + table + " " + key + (masked ? " (masked)" : "");
    }
}
