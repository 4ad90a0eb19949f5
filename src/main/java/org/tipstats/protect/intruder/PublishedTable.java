package org.tipstats.protect.intruder;

import java.util.List;
import java.util.OptionalLong;

/**
 * A table of counts as published, of any origin.
 *
 * @param name what it is called
 * @param release the release that it is of
 * @param dimensions the names of its dimensions; the same name means the same in every table of a system
 * @param cells its cells
 */
public record PublishedTable(String name, String release, List<String> dimensions, List<Cell> cells) {

    public PublishedTable {
        dimensions = List.copyOf(dimensions);
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param codes a code a dimension
     * @param count the published count; empty where it is hidden
     * @param mostHidden the most that a hidden count can be; empty where nothing is said of it
     */
    public record Cell(List<String> codes, OptionalLong count, OptionalLong mostHidden) {

        public Cell {
            codes = List.copyOf(codes);
        }

        /** A cell with its count. */
        public static Cell shown(List<String> codes, long count) {
            return new Cell(codes, OptionalLong.of(count), OptionalLong.empty());
        }

        /** A cell without its count. */
        public static Cell hidden(List<String> codes) {
            return new Cell(codes, OptionalLong.empty(), OptionalLong.empty());
        }

        /** A cell of which is said that it is small. */
        public static Cell masked(List<String> codes, long most) {
            return new Cell(codes, OptionalLong.empty(), OptionalLong.of(most));
        }

        /** The text of its key: the codes, joined by dots. */
        public String key() {
            return String.join(".", codes);
        }
    }
}
