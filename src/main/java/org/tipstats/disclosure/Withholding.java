package org.tipstats.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;

/** Takes marked figures out of a cube, all in the same way, whatever marked them. */
final class Withholding {

    private final CubeLayout layout;
    private final Statuses statuses;

    Withholding(CubeLayout layout, Statuses statuses) {
        this.layout = layout;
        this.statuses = statuses;
    }

    ProtectedCube apply(Cube compiled, Set<Long> marked) {
        List<Observation> published = new ArrayList<>(compiled.size());
        List<Long> withheld = new ArrayList<>(marked.size());
        int aggregateCounts = 0;
        int rates = 0;
        for (Observation observation : compiled) {
            long key = observation.key();
            if (!marked.contains(key)) {
                published.add(observation);
                continue;
            }
            published.add(withheld(observation));
            withheld.add(key);
            rates += layout.isRate(key) ? 1 : 0;
            aggregateCounts += layout.isCount(key) && layout.isGroup(key) ? 1 : 0;
        }
        return new ProtectedCube(
                Cube.of(compiled.space(), published),
                withheld.size() - rates - aggregateCounts,
                aggregateCounts,
                rates,
                withheld,
                withheld.stream()
                        .filter(layout::isCount)
                        .filter(layout::mustStayPublic)
                        .toList());
    }

    /** Attributes go too: a comment may well say the number. */
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
