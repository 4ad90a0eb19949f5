package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the name of the whole country among the names of its regions: its figures are the sums of all others.
 *
 * <p>Small figures may add up by coincidence. A name without a word for a total is proved to be the whole only by
 * several different sums. With fewer, it is unclear whether it is the whole or one more region.
 */
public final class RegionTotals {

    /** Largest number of names that are compared. If a table has more, no name is found to be the whole country. */
    private static final int MAX_NAMES = 2_000;

    private static final int FEWEST_REGIONS = 2;

    /** Fewest different sums above zero that prove a whole without a word for a total. */
    private static final int PROOF = 3;

    /** The figures of each name. The inner key is the other texts of the row and column of a figure. */
    private final Map<String, Map<List<String>, BigDecimal>> figures = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @param key the texts that distinguish the figure from the other figures of the same name
     */
    public void add(String name, List<String> key, BigDecimal value) {
        if (figures.size() <= MAX_NAMES) {
            figures.computeIfAbsent(name, none -> new HashMap<>()).merge(key, value, BigDecimal::add);
        }
    }

    /**
     * The names whose figures are always the sums of the figures of all others.
     *
     * @param proved the names that mean the whole country
     * @param unclear the names that may be the whole country or one of its regions
     */
    public record Wholes(Set<String> proved, Set<String> unclear) {}

    /**
     * Returns the names whose figures are always the sums of the figures of all others.
     *
     * @param totals names that are not regions, because they contain a word for a total
     */
    public Wholes wholes(Set<String> totals) {
        Wholes wholes = new Wholes(new HashSet<>(), new HashSet<>());
        if (figures.size() > MAX_NAMES) {
            return wholes;
        }
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        figures.forEach((name, own) -> {
            if (!totals.contains(name)) {
                own.forEach((key, value) -> sums.merge(key, value, BigDecimal::add));
            }
        });
        int regions = figures.size() - totals.size();
        figures.forEach((name, own) -> {
            boolean total = totals.contains(name);
            int proofs = regions < (total ? FEWEST_REGIONS : FEWEST_REGIONS + 1) ? 0 : proofs(own, sums, total);
            if (proofs >= (total ? 1 : PROOF)) {
                wholes.proved().add(name);
            } else if (proofs > 0) {
                wholes.unclear().add(name);
            }
        });
        return wholes;
    }

    /** Returns the number of different sums above zero; 0 if a figure is not the sum of the others. */
    private static int proofs(Map<List<String>, BigDecimal> own, Map<List<String>, BigDecimal> sums, boolean outside) {
        Set<BigDecimal> positive = new HashSet<>();
        for (Map.Entry<List<String>, BigDecimal> figure : own.entrySet()) {
            BigDecimal sum = sums.getOrDefault(figure.getKey(), BigDecimal.ZERO);
            BigDecimal others = outside ? sum : sum.subtract(figure.getValue());
            if (others.compareTo(figure.getValue()) != 0) {
                return 0;
            }
            if (others.signum() > 0) {
                positive.add(others.stripTrailingZeros());
            }
        }
        return positive.size();
    }
}
