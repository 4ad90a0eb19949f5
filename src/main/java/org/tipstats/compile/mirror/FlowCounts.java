package org.tipstats.compile.mirror;

import java.util.List;
import org.tipstats.compile.mirror.MirrorFlow.Kind;
import org.tipstats.vocabulary.cube.Observation;

/** The published counts that a flow is the sum of. There is always at least one. */
record FlowCounts(String area, String year, Kind kind, List<Observation> counts) {

    FlowCounts {
        counts = List.copyOf(counts);
    }
}
