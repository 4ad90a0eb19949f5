package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * Computes the published figures of a group's cell: the sum with its bounds and coverage, and the rate over the same
 * areas.
 */
final class GroupFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KeySpace space;
    private final Statuses statuses;
    private final AreaGroups groups;
    private final Populations populations;
    private final Optional<Rates> rates;
    private final int largestMasked;

    GroupFigures(
            KeySpace space,
            Statuses statuses,
            AreaGroups groups,
            Populations populations,
            Optional<Rates> rates,
            int largestMasked) {
        this.space = space;
        this.statuses = statuses;
        this.groups = groups;
        this.populations = populations;
        this.rates = rates;
        this.largestMasked = largestMasked;
    }

    Observation count(GroupCell cell) {
        return figure(cell, cell.key(), cell.reported(), BigDecimal::valueOf);
    }

    /** Returns the rate. The result is empty if no reporting area has a known population of the cell's sex and age. */
    Optional<Observation> rate(GroupCell cell) {
        Tally rated = cell.withPopulation();
        return rates.filter(any -> rated.reporting() > 0)
                .map(r -> figure(cell, r.keyOf(space, cell.key()), rated, count -> r.rate(count, rated.population())));
    }

    private Observation figure(GroupCell cell, long key, Tally tally, LongFunction<BigDecimal> inUnit) {
        Tally reported = cell.reported();
        long known = populations.ofGroup(cell.key());
        BigDecimal lower = inUnit.apply(tally.lower());
        Coverage coverage = new Coverage(
                lower,
                inUnit.apply(tally.upper(largestMasked)),
                groups.members(space.position(key, space.structure().area().position())).length,
                reported.reporting(),
                reported.masked(),
                percent(reported.population(), known));
        if (tally.allMasked()) {
            return new Observation(key, null, statuses.suppressed(), statuses.providerMasked(), Map.of(), coverage);
        }
        boolean belowHalf = 2 * reported.population() < known;
        String status = belowHalf ? statuses.lowReliability() : statuses.normal();
        return new Observation(key, lower, status, null, Map.of(), coverage);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
