package org.tipstats.release;

import java.util.List;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.observation.KeySpace;

/**
 * How much disclosure control withholds in one dataflow: numbers only, never which.
 *
 * @param forcedPublicTotals keys of totals that would have to be withheld but must be public: they block the release
 */
record WithheldFigures(
        int published, int nationalCounts, int aggregateCounts, int rates, List<String> forcedPublicTotals) {

    static WithheldFigures from(ProtectedCube safe) {
        KeySpace space = safe.cube().space();
        return new WithheldFigures(
                safe.cube().size(),
                safe.nationalCounts(),
                safe.aggregateCounts(),
                safe.rates(),
                safe.forcedPublicTotals().stream().map(space::format).toList());
    }
}
