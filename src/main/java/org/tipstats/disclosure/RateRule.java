package org.tipstats.disclosure;

import java.math.BigDecimal;
import java.util.Map;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;

/**
 * Marks the rates that would show a count that isn't public, since populations are public.
 *
 * <p>A rate is withheld with its count. The rate of a group rests on those areas alone whose population is known, which
 * are those that have a rate themselves; where the count over these is small while that over all areas is not, the rate
 * is withheld alone.
 */
final class RateRule {

    private final CubeLayout layout;
    private final BigDecimal threshold;

    RateRule(CubeLayout layout, int threshold) {
        this.layout = layout;
        this.threshold = BigDecimal.valueOf(threshold);
    }

    /** Adds the keys of the rates to withhold to those of the counts. */
    void mark(Cube compiled, Map<Long, Reason> withheld) {
        for (Observation observation : compiled) {
            long key = observation.key();
            if (layout.isRate(key)
                    && (withheld.containsKey(layout.countOf(key)) || restsOnSmallCount(compiled, observation))) {
                withheld.put(key, Reason.RATE);
            }
        }
    }

    private boolean restsOnSmallCount(Cube compiled, Observation rate) {
        if (rate.value() == null || !layout.isGroup(rate.key())) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (long member : layout.membersOf(rate.key())) {
            if (compiled.find(member).isPresent()) {
                sum = sum.add(compiled.find(layout.countOf(member))
                        .map(Observation::value)
                        .orElse(BigDecimal.ZERO));
            }
            if (sum.compareTo(threshold) >= 0) {
                return false;
            }
        }
        return sum.signum() > 0;
    }
}
