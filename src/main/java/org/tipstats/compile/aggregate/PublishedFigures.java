package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.tipstats.compile.aggregate.GroupCells.GroupCell;
import org.tipstats.compile.aggregate.GroupCells.Tally;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * Computes the published count and rate of an area or of a group. The figures of a group have bounds and coverage. The
 * rate of a group uses only areas with a known population, but has the same coverage as the count.
 */
final class PublishedFigures {

    private final CubeShape shape;
    private final Statuses statuses;
    private final Populations populations;
    private final Optional<Rates> rates;
    private final int largestMasked;

    PublishedFigures(CubeShape shape, Populations populations) {
        this.shape = shape;
        this.statuses = new Statuses(shape.dataflow().structure());
        this.populations = populations;
        this.rates = Rates.of(shape.dataflow());
        this.largestMasked = Math.max(0, shape.dataflow().threshold() - 1);
    }

    /**
     * Returns the observation as accepted. Only a masked observation changes: if its confidentiality is absent or
     * "withheld", this becomes "masked by the provider".
     */
    Observation count(Observation accepted) {
        String confidentiality = accepted.confidentiality();
        boolean unsaid = confidentiality == null || statuses.withheld().equals(confidentiality);
        if (!isMasked(accepted) || !unsaid) {
            return accepted;
        }
        return new Observation(
                accepted.key(),
                null,
                accepted.status(),
                statuses.providerMasked(),
                accepted.attributes(),
                accepted.coverage());
    }

    /**
     * Returns the rate of a published national count. The rate of a masked count has no value. The result is empty if
     * the dataflow has no rates, the population is not known (0) or the count is missing.
     */
    Optional<Observation> rate(Observation count, long population) {
        if (population == 0 || rates.isEmpty() || (count.value() == null && !isMasked(count))) {
            return Optional.empty();
        }
        BigDecimal rate =
                count.value() == null ? null : rates.get().rate(count.value().longValueExact(), population);
        return Optional.of(new Observation(
                shape.rateOf(count.key()), rate, count.status(), count.confidentiality(), Map.of(), null));
    }

    private boolean isMasked(Observation accepted) {
        return accepted.value() == null && statuses.suppressed().equals(accepted.status());
    }

    Observation count(GroupCell cell) {
        return figure(cell, cell.key(), cell.reported(), BigDecimal::valueOf);
    }

    /**
     * Returns the rate. The result is empty if the dataflow has no rates, or no reporting area has a known population
     * of the cell's sex and age.
     */
    Optional<Observation> rate(GroupCell cell) {
        Tally rated = cell.withPopulation();
        return rates.filter(any -> rated.reporting() > 0)
                .map(r -> figure(cell, shape.rateOf(cell.key()), rated, count -> r.rate(count, rated.population())));
    }

    private Observation figure(GroupCell cell, long key, Tally tally, LongFunction<BigDecimal> inUnit) {
        Tally reported = cell.reported();
        long known = populations.ofGroup(cell.key());
        BigDecimal lower = inUnit.apply(tally.lower());
        Coverage coverage = new Coverage(
                lower,
                inUnit.apply(tally.upper(largestMasked)),
                shape.areaCount(key),
                reported.reporting(),
                reported.masked(),
                Coverage.percent(reported.population(), known));
        if (tally.allMasked()) {
            return new Observation(key, null, statuses.suppressed(), statuses.providerMasked(), Map.of(), coverage);
        }
        boolean belowHalf = 2 * reported.population() < known;
        String status = belowHalf ? statuses.lowReliability() : statuses.normal();
        return new Observation(key, lower, status, null, Map.of(), coverage);
    }
}
