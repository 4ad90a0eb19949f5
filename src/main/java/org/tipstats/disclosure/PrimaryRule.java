package org.tipstats.disclosure;

import java.util.HashSet;
import java.util.Set;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;

/** Marks the counts that are too small themselves, of areas and groups alike. */
final class PrimaryRule {

    private final CubeLayout layout;
    private final DisclosurePolicy policy;

    PrimaryRule(CubeLayout layout, DisclosurePolicy policy) {
        this.layout = layout;
        this.policy = policy;
    }

    /** The keys of the counts to withhold. */
    Set<Long> mark(Cube compiled) {
        Set<Long> marked = new HashSet<>();
        for (Observation observation : compiled) {
            if (observation.value() != null
                    && policy.isSmall(observation.value())
                    && layout.isCount(observation.key())) {
                marked.add(observation.key());
            }
        }
        return marked;
    }
}
