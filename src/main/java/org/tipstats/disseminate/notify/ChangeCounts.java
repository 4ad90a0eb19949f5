package org.tipstats.disseminate.notify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.release.ReleaseChange;

/**
 * How many published figures differ from the release before, by what happened to them.
 *
 * @param isFirst whether there is no release before; then nothing is compared
 */
record ChangeCounts(boolean isFirst, Map<ReleaseChange.Kind, Long> counts) {

    static ChangeCounts of(List<ReleaseChange> changes) {
        Map<ReleaseChange.Kind, Long> counts = new EnumMap<>(ReleaseChange.Kind.class);
        changes.forEach(change -> counts.merge(change.change(), 1L, Long::sum));
        return new ChangeCounts(false, counts);
    }

    /** @param figures how many the first release holds */
    static ChangeCounts first(long figures) {
        return new ChangeCounts(true, Map.of(ReleaseChange.Kind.NEW, figures));
    }

    long count(ReleaseChange.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
