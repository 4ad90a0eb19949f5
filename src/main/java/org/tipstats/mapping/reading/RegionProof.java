package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.vocabulary.names.CellText;

/**
 * Proves by regions that figures are counts. The count of a country is the sum of the counts of its regions. Its rate
 * is not the sum of their rates, but lies between them. The shares of regions add up too, to 100 or to 1,000.
 */
public final class RegionProof {

    /** Fewest different sums that cannot all be a coincidence. */
    private static final int SUMS = 3;

    /** Fewest regions with figures above zero for which a single sum is a proof, because it cannot be a coincidence. */
    private static final int PARTS = 10;

    private static final Set<BigDecimal> SHARES = Set.of(new BigDecimal("1E+2"), new BigDecimal("1E+3"));

    /**
     * The figures of the country and of its regions. The outer key is the texts of the figure's row except the area,
     * the inner key is the name of the figure's column.
     */
    private final Map<List<String>, Map<String, Sum>> sums = new HashMap<>();

    /** A figure of the country, and the figures of its regions. */
    private static final class Sum {

        private BigDecimal whole;
        private BigDecimal parts;
        private int positive;

        boolean isBroken() {
            return parts != null && (whole == null || whole.compareTo(parts) != 0);
        }

        boolean isCompared() {
            return parts != null;
        }

        boolean isTelling() {
            return positive > 1 && !SHARES.contains(whole.stripTrailingZeros());
        }
    }

    /**
     * Adds a figure.
     *
     * @param region whether it is about a region, and not about the country
     * @param row the texts of its row except the area
     * @param column the name of its column
     */
    public void add(boolean region, List<String> row, String column, BigDecimal value) {
        Sum sum = sums.computeIfAbsent(row, none -> new HashMap<>()).computeIfAbsent(column, none -> new Sum());
        if (region) {
            sum.parts = sum.parts == null ? value : sum.parts.add(value);
            sum.positive += value.signum() > 0 ? 1 : 0;
        } else {
            sum.whole = sum.whole == null ? value : sum.whole.add(value);
        }
    }

    /**
     * Returns whether the sums prove that the figures are counts: no sum is wrong, each row and each measure (the name
     * of a column without its year) has a sum, and the sums are not a coincidence.
     */
    public boolean isProved() {
        Set<String> measures = new HashSet<>();
        Set<String> compared = new HashSet<>();
        Set<BigDecimal> telling = new HashSet<>();
        boolean large = false;
        for (Map<String, Sum> row : sums.values()) {
            if (row.values().stream().anyMatch(Sum::isBroken)
                    || row.values().stream().noneMatch(Sum::isCompared)) {
                return false;
            }
            for (Map.Entry<String, Sum> each : row.entrySet()) {
                String measure = CellText.fold(Periods.without(each.getKey()));
                measures.add(measure);
                if (each.getValue().isCompared()) {
                    compared.add(measure);
                }
                if (each.getValue().isCompared() && each.getValue().isTelling()) {
                    telling.add(each.getValue().whole.stripTrailingZeros());
                    large |= each.getValue().positive >= PARTS;
                }
            }
        }
        return compared.containsAll(measures) && (large || telling.size() >= SUMS);
    }
}
