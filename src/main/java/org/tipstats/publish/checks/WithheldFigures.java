package org.tipstats.publish.checks;

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
 * The number of figures that disclosure control withholds in one dataflow. The record does not say which figures are
 * withheld.
 *
 * @param published number of observations in the dataset, with or without a value
 * @param forcedPublicTotals keys of totals that must be public but cannot be; only the first releases stored these
 *     keys, otherwise null
 * @param national number of withheld counts of areas, by reason; null in the first releases
 * @param aggregate number of withheld counts of groups of areas, by reason; null in the first releases
 * @param value the sum of all counts of areas; null in the first releases
 * @param valueWithheld the sum of the withheld counts; null in the first releases
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WithheldFigures(
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

    /** Returns the sum of the counts of areas. Only counts are whole numbers; rates have decimals. */
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
