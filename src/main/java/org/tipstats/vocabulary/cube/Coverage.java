package org.tipstats.vocabulary.cube;

import java.math.BigDecimal;

/**
 * How much an aggregate rests on.
 *
 * @param lower the value with every masked count taken as 0; null where withheld
 * @param upper the value with every masked count taken as the largest that is masked; null where withheld
 * @param areas areas in the aggregate
 * @param reporting areas with a value (0 included) or a masked value for this cell and year
 * @param masked areas among them whose value the provider masked
 * @param population percent of the aggregate's known total population that lives in the reporting areas, one decimal;
 *     null where no population is known
 */
public record Coverage(
        BigDecimal lower, BigDecimal upper, int areas, int reporting, int masked, BigDecimal population) {

    /** The same without bounds, as a withheld cell shows it. */
    public Coverage withoutBounds() {
        return new Coverage(null, null, areas, reporting, masked, population);
    }
}
