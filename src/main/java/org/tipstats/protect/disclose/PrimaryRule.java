package org.tipstats.protect.disclose;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.DataflowCounts;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Marks the figures that are sensitive themselves (primary suppression). These are small counts of areas and of groups,
 * counts whose confidentiality status is not "free for publication", and rates of groups that cover fewer areas than
 * their count and have a small numerator. Other rates have the numerator of their count, which is marked instead. If
 * the schema requires it, also marks sums over too few areas, and sums that one area dominates (an (n,k) rule with n =
 * 1).
 */
record PrimaryRule(DataflowCounts table, CubeLayout layout, Dataflow dataflow, AreaSettings settings) {

    private static final int PERCENT = 100;

    PrimaryRule(DataflowCounts table, AreaSettings settings) {
        this(table, table.layout(), table.layout().dataflow(), settings);
    }

    /** Returns the keys of the figures to withhold, ascending, each with the reason. */
    Map<Long, Reason> mark() {
        Map<Long, Reason> marked = new TreeMap<>();
        for (Observation observation : table.cube()) {
            long key = observation.key();
            if (table.has(key) && table.count(key) != DataflowCounts.MASKED) {
                Reason reason = reason(observation);
                if (reason != null) {
                    marked.put(key, reason);
                }
                if (table.hasPartialRate(key) && isBelow(table.rateNumerator(key), dataflow.threshold())) {
                    marked.put(layout.shape().rateOf(key), Reason.RATE);
                }
            }
        }
        return marked;
    }

    private Reason reason(Observation observation) {
        long key = observation.key();
        if (isBelow(table.count(key), dataflow.threshold())) {
            return Reason.SMALL;
        }
        if (layout.isReserved(observation)) {
            return Reason.RESERVED;
        }
        String area = layout.shape().areaOf(key).id();
        if (isBelow(table.count(key), settings.threshold(dataflow, area))) {
            return Reason.BELOW_AREA_THRESHOLD;
        }
        return layout.shape().isGroup(key) && table.count(key) > 0 ? reasonOfGroup(key) : null;
    }

    private Reason reasonOfGroup(long key) {
        LongSummaryStatistics areas = Arrays.stream(layout.shape().areasOf(key))
                .filter(table::has)
                .map(table::count)
                .summaryStatistics();
        if (areas.getCount() < dataflow.disclosure().fewestAreas()) {
            return Reason.FEW_AREAS;
        }
        int most = dataflow.disclosure().dominancePercent();
        boolean dominated = most > 0 && Math.max(0, areas.getMax()) * PERCENT > table.count(key) * most;
        return dominated ? Reason.DOMINATED : null;
    }

    /** Returns true if a count is too small to be published. Zero is not too small, because it describes no person. */
    private static boolean isBelow(long count, int threshold) {
        return count > 0 && count < threshold;
    }
}
