package org.tipstats.disseminate.notify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.release.ReleaseChange;

/**
 * Numbers of published figures that differ from the previous release, by kind of change.
 *
 * @param isFirst whether there is no previous release; then nothing is compared
 */
record ChangeCounts(boolean isFirst, Map<ReleaseChange.Kind, Long> counts) {

    static ChangeCounts of(List<ReleaseChange> changes) {
        Map<ReleaseChange.Kind, Long> counts = new EnumMap<>(ReleaseChange.Kind.class);
        changes.forEach(change -> counts.merge(change.change(), 1L, Long::sum));
        return new ChangeCounts(false, counts);
    }

    /**
     * Makes the counts of the first release.
     *
     * @param figures number of figures in it
     */
    static ChangeCounts first(long figures) {
        return new ChangeCounts(true, Map.of(ReleaseChange.Kind.NEW, figures));
    }

    long count(ReleaseChange.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
