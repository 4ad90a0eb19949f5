package org.tipstats.disclosure;

import java.util.List;
import org.tipstats.observation.Cube;

/**
 * A cube that may be published, and what was withheld to make it so. Everything but the cube is confidential: staff may
 * see the numbers, nobody the keys together with a reason.
 *
 * @param cube the same keys as before; what is withheld has no value, no bounds and no attributes
 * @param nationalCounts how many national counts are withheld
 * @param aggregateCounts how many counts of groups of areas are withheld
 * @param rates how many rates are withheld, national ones and those of groups
 * @param withheld the keys of all that is withheld, in order
 * @param forcedPublicTotals the counts among them that must stay public: totals over all breakdowns of a region or the
 *     world. They are withheld in the cube; unless there are none, the release must not be published
 */
public record ProtectedCube(
        Cube cube,
        int nationalCounts,
        int aggregateCounts,
        int rates,
        List<Long> withheld,
        List<Long> forcedPublicTotals) {

    public ProtectedCube {
        withheld = List.copyOf(withheld);
        forcedPublicTotals = List.copyOf(forcedPublicTotals);
    }

    /** Whether all totals that must be public are. */
    public boolean isPublishable() {
        return forcedPublicTotals.isEmpty();
    }
}
