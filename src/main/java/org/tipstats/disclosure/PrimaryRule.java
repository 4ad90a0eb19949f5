package org.tipstats.disclosure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;
import org.tipstats.schema.Dataflow;

/**
 * Marks the counts that are too small themselves, of areas and groups alike, and those that their provider gave with a
 * confidentiality other than free: not for publication, confidential, under embargo.
 */
final class PrimaryRule {

    private final Dataflow dataflow;
    private final CubeLayout layout;
    private final Thresholds thresholds;
    private final Statuses statuses;

    PrimaryRule(Dataflow dataflow, CubeLayout layout, Thresholds thresholds) {
        this.dataflow = dataflow;
        this.layout = layout;
        this.thresholds = thresholds;
        this.statuses = new Statuses(dataflow.structure());
    }

    /** The keys of the counts to withhold, in order, with the reasons. */
    Map<Long, Reason> mark(Cube compiled) {
        Map<Long, Reason> marked = new TreeMap<>();
        for (Observation observation : compiled) {
            if (observation.value() != null && layout.isCount(observation.key())) {
                Reason reason = reason(observation);
                if (reason != null) {
                    marked.put(observation.key(), reason);
                }
            }
        }
        return marked;
    }

    private Reason reason(Observation observation) {
        if (isBelow(observation.value(), dataflow.threshold())) {
            return Reason.SMALL;
        }
        if (isReserved(observation)) {
            return Reason.RESERVED;
        }
        int own = thresholds.of(dataflow, layout.areaCode(observation.key()));
        return isBelow(observation.value(), own) ? Reason.BELOW_AREA_THRESHOLD : null;
    }

    /** Whether a count is too small to be published. Zero is not: it tells of no person. */
    private static boolean isBelow(BigDecimal count, int threshold) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(threshold)) < 0;
    }

    private boolean isReserved(Observation observation) {
        String confidentiality = observation.confidentiality();
        return confidentiality != null && !confidentiality.equals(statuses.free());
    }
}
