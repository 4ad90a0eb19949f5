package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/**
 * Adds up the figures of all rows, and of the rows since the last title, to show which rows a total adds up. Adds the
 * figures only when a total is compared, because most tables have no total.
 */
public final class SectionSums {

    private final Map<Integer, NumberStyle> styles;
    private final Sums all = new Sums();
    private Sums part = new Sums();
    private boolean titled;

    /** @param styles the style of the numbers in each column of figures */
    public SectionSums(Map<Integer, NumberStyle> styles) {
        this.styles = styles;
    }

    /** Begins the rows below a title. */
    public void begin() {
        titled = true;
        part = new Sums();
    }

    /** Adds a row that is not a total. */
    public void add(Sheet.Row row) {
        all.waiting.add(row);
        part.waiting.add(row);
    }

    /**
     * Returns whether a total is not the sum of the rows between the last title and itself; false without such rows.
     */
    public boolean isOfOtherRows(Sheet.Row total) {
        return titled && !part.byColumn().isEmpty() && !isSum(total, part.byColumn());
    }

    /** Returns whether a total is the sum of all rows above it that are not totals. */
    public boolean isOfAll(Sheet.Row total) {
        return isSum(total, all.byColumn());
    }

    private boolean isSum(Sheet.Row row, Map<Integer, BigDecimal> sums) {
        Map<Integer, BigDecimal> own = new HashMap<>();
        addTo(own, row);
        return own.entrySet().stream()
                .allMatch(figure ->
                        figure.getValue().compareTo(sums.getOrDefault(figure.getKey(), BigDecimal.ZERO)) == 0);
    }

    private void addTo(Map<Integer, BigDecimal> sums, Sheet.Row row) {
        styles.forEach((column, style) ->
                style.parse(row.text(column)).ifPresent(value -> sums.merge(column, value, BigDecimal::add)));
    }

    /** The sums of some rows by column. Rows wait here unadded until the sums are needed. */
    private final class Sums {

        private final Map<Integer, BigDecimal> sums = new HashMap<>();
        private final List<Sheet.Row> waiting = new ArrayList<>();

        Map<Integer, BigDecimal> byColumn() {
            waiting.forEach(row -> addTo(sums, row));
            waiting.clear();
            return sums;
        }
    }
}
