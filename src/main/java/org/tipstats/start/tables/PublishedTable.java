package org.tipstats.start.tables;

import java.util.List;
import java.util.OptionalLong;

/**
 * A published table of counts of any origin.
 *
 * @param name the name of the table
 * @param release the id of the release that the table belongs to
 * @param dimensions the names of the dimensions; a name means the same dimension in all tables of an audit
 * @param cells the cells of the table
 */
public record PublishedTable(String name, String release, List<String> dimensions, List<Cell> cells) {

    public PublishedTable {
        dimensions = List.copyOf(dimensions);
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param codes one code for each dimension
     * @param count the published count; empty if the count is hidden
     * @param mostHidden the largest possible value of a hidden count; empty if there is no known limit
     */
    public record Cell(List<String> codes, OptionalLong count, OptionalLong mostHidden) {

        public Cell {
            codes = List.copyOf(codes);
        }

        public static Cell shown(List<String> codes, long count) {
            return new Cell(codes, OptionalLong.of(count), OptionalLong.empty());
        }

        public static Cell hidden(List<String> codes) {
            return new Cell(codes, OptionalLong.empty(), OptionalLong.empty());
        }

        /** Returns a cell whose small count is hidden; {@code most} is the largest possible count. */
        public static Cell masked(List<String> codes, long most) {
            return new Cell(codes, OptionalLong.empty(), OptionalLong.of(most));
        }

        /** Returns the key of the cell as a text: the codes joined by dots. */
        public String key() {
            return String.join(".", codes);
        }
    }
}
