package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/** The sums of the figures since the last title of rows and since the first, which tell what a total is the total of. */
public final class SectionSums {

    private final Map<Integer, NumberStyle> styles;
    private final Map<Integer, BigDecimal> all = new HashMap<>();
    private final Map<Integer, BigDecimal> part = new HashMap<>();
    private boolean titled;

    /** @param styles the style of the numbers in each column of figures */
    public SectionSums(Map<Integer, NumberStyle> styles) {
        this.styles = styles;
    }

    /** Begins the rows below a title. */
    public void begin() {
        titled = true;
        part.clear();
    }

    /** Adds a row that is no total. */
    public void add(Sheet.Row row) {
        addTo(all, row);
        addTo(part, row);
    }

    private void addTo(Map<Integer, BigDecimal> sums, Sheet.Row row) {
        styles.forEach((column, style) ->
                style.parse(row.text(column)).ifPresent(value -> sums.merge(column, value, BigDecimal::add)));
    }

    /** Returns whether a total is not the sum of the rows between the last title and itself. */
    public boolean isOfOtherRows(Sheet.Row total) {
        return titled && !part.isEmpty() && !isSum(total, part);
    }

    /** Returns whether a total is the sum of all rows above it. */
    public boolean isOfAll(Sheet.Row total) {
        return isSum(total, all);
    }

    private boolean isSum(Sheet.Row row, Map<Integer, BigDecimal> sums) {
        Map<Integer, BigDecimal> own = new HashMap<>();
        addTo(own, row);
        return own.entrySet().stream()
                .allMatch(figure ->
                        figure.getValue().compareTo(sums.getOrDefault(figure.getKey(), BigDecimal.ZERO)) == 0);
    }
}
