package org.tipstats.bench.hostile;

import java.util.List;

/**
 * A file that somebody submits, by accident or on purpose.
 *
 * @param name the fault of the file
 * @param meant the header and the rows that its author wrote, or null if the file is not a table
 */
public record HostileFile(String name, byte[] bytes, List<List<String>> meant) {

    static HostileFile noTable(String name, byte[] bytes) {
        return new HostileFile(name, bytes, null);
    }
}
