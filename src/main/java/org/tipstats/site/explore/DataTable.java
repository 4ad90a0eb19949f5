package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;

/**
 * A table of figures, ready for a template.
 *
 * @param caption the title of the table
 * @param unit the units and the range of years
 * @param corners names of the dimensions whose codes head the lines
 * @param signs the meaning of each sign in the table
 * @param coverage sentences about the coverage of regional figures
 * @param absent a sentence about requested codes without figures; null if there are none
 * @param summary a text alternative for a chart of the table
 */
record DataTable(
        String caption,
        String unit,
        List<String> corners,
        List<Head> columns,
        List<Line> lines,
        Map<String, String> signs,
        List<String> coverage,
        String absent,
        String summary) {

    /**
     * A column.
     *
     * @param code the code or year of the column
     * @param sort the address of the page sorted by this column
     * @param order {@code ascending} or {@code descending}; null if the table is not sorted by this column
     */
    record Head(String code, String name, String sort, String order) {}

    /**
     * A line.
     *
     * @param total whether it is a sum of other lines in the table
     */
    record Line(List<String> heads, List<Cell> cells, boolean total) {}

    /**
     * A cell. Bounds are present only if they differ.
     *
     * @param value as in the API; null if no value is shown
     * @param address the address of the figure's page; null if there is no such figure
     */
    record Cell(
            String text,
            String sign,
            String words,
            String value,
            String lower,
            String upper,
            String address,
            boolean broken) {}
}
