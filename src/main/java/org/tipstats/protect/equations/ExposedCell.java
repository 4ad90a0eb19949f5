package org.tipstats.protect.equations;

import java.util.OptionalLong;

/**
 * A hidden cell that is not safe. The result of {@link #toString} names the cell and never contains the value.
 *
 * @param release the release that hides the cell
 * @param table the id of the dataflow, or the name of the table
 * @param area the area or group of areas; empty for a table without areas
 * @param key the text of the key
 * @param masked true if the provider masked the cell, false if the publisher withheld the cell
 * @param value the only possible value, or the value that another release shows; confidential; empty if no such value
 *     was found
 */
public record ExposedCell(String release, String table, String area, String key, boolean masked, OptionalLong value) {

    public ExposedCell with(OptionalLong only) {
        return new ExposedCell(release, table, area, key, masked, only);
    }

    @Override
    public String toString() {
        return release + " " + table + " " + key + (masked ? " (masked)" : "");
    }
}
