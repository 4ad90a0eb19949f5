package org.tipstats.compile.mirror;

import java.util.List;
import org.tipstats.compile.mirror.MirrorFlow.Kind;
import org.tipstats.vocabulary.cube.Observation;

/** A flow and the published counts whose sum it is. There is always at least one count. */
record FlowCounts(String area, String year, Kind kind, List<Observation> counts) {

    FlowCounts {
        counts = List.copyOf(counts);
    }
}
