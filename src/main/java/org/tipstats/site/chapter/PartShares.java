package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.List;
import org.tipstats.disseminate.series.SeriesShares;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The parts of a total in one year, and their shares. A share is a percentage of the sum of all published parts. It is
 * not a percentage of the published total, because such shares would reveal a withheld part.
 */
public final class PartShares {

    private final int year;
    private final List<ChapterTable.Row> rows;
    private final BigDecimal base;

    /**
     * Computes the shares of a year.
     *
     * @param table a table whose rows, without the total, are the parts
     * @param year the index of the year
     */
    public PartShares(ChapterTable table, int year) {
        this.year = year;
        this.rows = table.rows().stream().filter(row -> figure(row) != null).toList();
        this.base =
                SeriesShares.base(rows.stream().map(part -> part.value(year)).toList());
    }

    /** Returns the parts that have a figure in the year. */
    public List<ChapterTable.Row> rows() {
        return rows;
    }

    /** Returns the figure of a part; null if it has none in the year. */
    public Observation figure(ChapterTable.Row row) {
        return row.figures().get(year);
    }

    /**
     * Returns the sum of the published parts, which is 100 percent; null if there are no shares. There are none if no
     * published part is above zero. There are also none if only one part is above zero and another part has no number,
     * because the one part would be shown as 100 percent.
     */
    public BigDecimal base() {
        return base;
    }

    /** Returns the share of a part in percent with one decimal; null if the part has no share. */
    public BigDecimal percent(ChapterTable.Row row) {
        BigDecimal value = row.value(year);
        return value == null || base == null ? null : SeriesShares.percent(value, base);
    }
}
