package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Removes the marked figures from a cube. All removed figures look the same afterwards, so the cube does not show why a
 * figure is withheld.
 */
final class Withholding {

    private final Statuses statuses;

    Withholding(Dataflow dataflow) {
        this.statuses = new Statuses(dataflow.structure());
    }

    ProtectedCube apply(Cube compiled, Map<Long, Reason> marked) {
        List<Observation> published = new ArrayList<>(compiled.size());
        List<WithheldCell> withheld = new ArrayList<>(marked.size());
        for (Observation observation : compiled) {
            Reason reason = marked.get(observation.key());
            if (reason == null) {
                published.add(observation);
            } else {
                published.add(withheld(observation));
                withheld.add(new WithheldCell(observation.key(), observation.value(), reason));
            }
        }
        return new ProtectedCube(Cube.of(compiled.space(), published), withheld, List.of());
    }

    /** Removes the value and the attributes. An attribute may be a comment that contains the value. */
    private Observation withheld(Observation observation) {
        return new Observation(
                observation.key(),
                null,
                statuses.suppressed(),
                statuses.withheld(),
                Map.of(),
                observation.coverage() == null ? null : observation.coverage().withoutBounds());
    }
}
