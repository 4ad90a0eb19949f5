package org.tipstats.disclosure;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
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
    private final DisclosurePolicy policy;

    RateRule(CubeLayout layout, DisclosurePolicy policy) {
        this.layout = layout;
        this.policy = policy;
    }

    /** The keys of the rates to withhold, given those of the counts. */
    Set<Long> mark(Cube compiled, Set<Long> withheldCounts) {
        Set<Long> marked = new HashSet<>();
        for (Observation observation : compiled) {
            long key = observation.key();
            if (layout.isRate(key)
                    && (withheldCounts.contains(layout.countOf(key)) || restsOnSmallCount(compiled, observation))) {
                marked.add(key);
            }
        }
        return marked;
    }

    private boolean restsOnSmallCount(Cube compiled, Observation rate) {
        if (rate.value() == null || !layout.isGroup(rate.key())) {
            return false;
        }
        BigDecimal threshold = BigDecimal.valueOf(policy.threshold());
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
        return policy.isSmall(sum);
    }
}
