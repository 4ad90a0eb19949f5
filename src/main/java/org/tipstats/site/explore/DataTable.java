package org.tipstats.site.explore;

import java.util.List;
import java.util.Map;

/**
 * A table of figures as a page shows it.
 *
 * @param caption what it holds
 * @param unit in which, for how many years
 * @param corners names of the dimensions whose codes stand at the left of each line
 * @param signs the meaning of each sign that it has
 * @param coverage what each regional figure in it rests on, in sentences
 * @param absent what was asked for and has no figure; null for nothing
 * @param summary what a chart of it shows, for those who don't see it
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

    /** A column. @param code what it is @param order how the table is sorted by it; null for not at all */
    record Head(String code, String name, String sort, String order) {}

    /** @param total whether it is a sum of others in the table */
    record Line(List<String> heads, List<Cell> cells, boolean total) {}

    /**
     * A cell. Bounds are there where they differ from the value.
     *
     * @param value as the API writes it; null where no value is shown
     * @param address of the figure's own page; null where there is no such figure
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
