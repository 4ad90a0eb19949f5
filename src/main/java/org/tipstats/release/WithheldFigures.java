package org.tipstats.release;

import java.util.List;
import org.tipstats.disclosure.Blocker;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.disclosure.Reason;
import org.tipstats.observation.KeySpace;
import org.tipstats.schema.Dataflow;

/**
 * How much disclosure control withholds in one dataflow: numbers only, never which.
 *
 * @param forcedPublicTotals keys of totals that would have to be withheld but must be public: they block the release
 */
record WithheldFigures(
        int published, int nationalCounts, int aggregateCounts, int rates, List<String> forcedPublicTotals) {

    static WithheldFigures from(Dataflow dataflow, ProtectedCube safe, List<Blocker> blockers) {
        KeySpace space = safe.cube().space();
        int rates = safe.count(cell -> cell.reason() == Reason.RATE);
        int groups = safe.count(cell -> cell.reason() != Reason.RATE
                && safe.cube().find(cell.key()).orElseThrow().coverage() != null);
        return new WithheldFigures(
                safe.cube().size(),
                safe.withheld().size() - rates - groups,
                groups,
                rates,
                blockers.stream()
                        .filter(blocker -> blocker.dataflow().equals(dataflow.id()))
                        .map(blocker -> space.format(blocker.key()))
                        .toList());
    }
}
