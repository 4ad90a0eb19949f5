package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;

/**
 * The basis of an aggregate: which areas report, and the bounds of its value.
 *
 * @param lower the value if every masked count is 0; null if withheld
 * @param upper the value if every masked count is the largest that may be masked; null if withheld
 * @param areas the number of areas in the aggregate
 * @param reporting the number of areas with a value (0 included) or a masked value for this cell and year
 * @param masked the number of these areas whose value the provider masked
 * @param population the percentage of the aggregate's known total population that lives in the reporting areas, with
 *     one decimal; null if no population is known
 */
public record Coverage(
        BigDecimal lower, BigDecimal upper, int areas, int reporting, int masked, BigDecimal population) {

    /** Returns the same coverage without bounds, as a withheld cell shows it. */
    public Coverage withoutBounds() {
        return new Coverage(null, null, areas, reporting, masked, population);
    }
}
