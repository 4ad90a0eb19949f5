package org.tipstats.disclosure;

import java.util.HashSet;
import java.util.Set;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;

/**
 * Marks the counts that are too small themselves, of areas and groups alike, and those that their provider gave with a
 * confidentiality other than free: not for publication, confidential, under embargo.
 */
final class PrimaryRule {

    private final CubeLayout layout;
    private final DisclosurePolicy policy;
    private final Statuses statuses;

    PrimaryRule(CubeLayout layout, DisclosurePolicy policy, Statuses statuses) {
        this.layout = layout;
        this.policy = policy;
        this.statuses = statuses;
    }

    /** The keys of the counts to withhold. */
    Set<Long> mark(Cube compiled) {
        Set<Long> marked = new HashSet<>();
        for (Observation observation : compiled) {
            if (observation.value() != null
                    && (policy.isSmall(observation.value()) || isReserved(observation))
                    && layout.isCount(observation.key())) {
                marked.add(observation.key());
            }
        }
        return marked;
    }

    private boolean isReserved(Observation observation) {
        String confidentiality = observation.confidentiality();
        return confidentiality != null && !confidentiality.equals(statuses.free());
    }
}
