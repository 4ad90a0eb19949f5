package org.tipstats.hostile;

import java.util.List;

/**
 * A file that somebody sends, by accident or not.
 *
 * @param name what is wrong with it
 * @param meant the header and the rows that its author wrote, or null where that is no table
 */
public record HostileFile(String name, byte[] bytes, List<List<String>> meant) {

    static HostileFile noTable(String name, byte[] bytes) {
        return new HostileFile(name, bytes, null);
    }
}
