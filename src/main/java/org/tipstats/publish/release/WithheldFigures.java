package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.Reason;
import org.tipstats.protect.disclose.WithheldCell;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * How much disclosure control withholds in one dataflow: numbers only, never which.
 *
 * @param published the observations of the dataset, with value or without
 * @param forcedPublicTotals keys of totals that must be public and cannot, as the first releases kept them; null since
 * @param national counts of areas that are withheld, by reason; null in the first releases
 * @param aggregate counts of groups of areas that are withheld, by reason; null in the first releases
 * @param value the sum of all counts of areas; null in the first releases
 * @param valueWithheld the sum of those that are withheld; null in the first releases
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WithheldFigures(
        int published,
        int nationalCounts,
        int aggregateCounts,
        int rates,
        List<String> forcedPublicTotals,
        Map<Reason, Integer> national,
        Map<Reason, Integer> aggregate,
        BigDecimal value,
        BigDecimal valueWithheld) {

    static WithheldFigures from(Cube compiled, ProtectedCube safe) {
        Map<Reason, Integer> national = new EnumMap<>(Reason.class);
        Map<Reason, Integer> aggregate = new EnumMap<>(Reason.class);
        BigDecimal lost = BigDecimal.ZERO;
        int rates = 0;
        for (WithheldCell cell : safe.withheld()) {
            if (cell.reason() == Reason.RATE) {
                rates++;
            } else if (isAggregate(compiled.find(cell.key()).orElseThrow())) {
                aggregate.merge(cell.reason(), 1, Integer::sum);
            } else {
                national.merge(cell.reason(), 1, Integer::sum);
                lost = cell.value() == null ? lost : lost.add(cell.value());
            }
        }
        return new WithheldFigures(
                safe.cube().size(),
                sum(national),
                sum(aggregate),
                rates,
                null,
                national,
                aggregate,
                all(compiled),
                lost);
    }

    private static int sum(Map<Reason, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean isAggregate(Observation observation) {
        return observation.coverage() != null;
    }

    /** The sum of the counts of areas, which unlike rates are whole. */
    private static BigDecimal all(Cube compiled) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Observation observation : compiled) {
            if (observation.value() != null && observation.value().scale() <= 0 && !isAggregate(observation)) {
                sum = sum.add(observation.value());
            }
        }
        return sum;
    }
}
