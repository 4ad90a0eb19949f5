package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the name of the whole country among the names of its regions: its figures are the sums of all others. */
public final class RegionTotals {

    /** Largest number of names that are compared. */
    private static final int MAX_NAMES = 2_000;

    private static final int FEWEST_REGIONS = 2;

    /** The figures of each name, by what else the rows and columns say. */
    private final Map<String, Map<List<String>, BigDecimal>> figures = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @param key what tells the figure from the other figures of the same name
     */
    public void add(String name, List<String> key, BigDecimal value) {
        if (figures.size() <= MAX_NAMES) {
            figures.computeIfAbsent(name, none -> new HashMap<>()).merge(key, value, BigDecimal::add);
        }
    }

    /**
     * Returns the names whose figures are the sums of the figures of the others everywhere.
     *
     * @param totals names that are no regions, because they contain a word for a total
     */
    public Set<String> wholes(Set<String> totals) {
        Set<String> wholes = new HashSet<>();
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
            if (regions >= (total ? FEWEST_REGIONS : FEWEST_REGIONS + 1) && isSum(own, sums, total)) {
                wholes.add(name);
            }
        });
        return wholes;
    }

    private static boolean isSum(
            Map<List<String>, BigDecimal> own, Map<List<String>, BigDecimal> sums, boolean outside) {
        boolean positive = false;
        for (Map.Entry<List<String>, BigDecimal> figure : own.entrySet()) {
            BigDecimal sum = sums.getOrDefault(figure.getKey(), BigDecimal.ZERO);
            BigDecimal others = outside ? sum : sum.subtract(figure.getValue());
            if (others.compareTo(figure.getValue()) != 0) {
                return false;
            }
            positive |= others.signum() > 0;
        }
        return positive;
    }
}
