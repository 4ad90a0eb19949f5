package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.disclose.ProtectedCube.AttributeDisclosure;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.DataflowCounts;
import org.tipstats.protect.figures.DataflowCounts.KeySum;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * Removes the marked figures from a cube. All removed figures look the same afterwards, so the cube does not show
 * why a figure is withheld. Warns of each published total of an area if all its persons are in one published category.
 */
record Withholding(CubeLayout layout) {

    ProtectedCube apply(Cube compiled, Map<Long, Reason> marked) {
        Statuses statuses = new Statuses(layout.dataflow().structure());
        List<Observation> published = new ArrayList<>(compiled.size());
        List<WithheldCell> withheld = new ArrayList<>(marked.size());
        for (Observation observation : compiled) {
            Reason reason = marked.get(observation.key());
            if (reason == null) {
                published.add(observation);
            } else {
                published.add(withheld(observation, statuses));
                withheld.add(new WithheldCell(observation.key(), observation.value(), reason));
            }
        }
        Cube safe = Cube.of(compiled.space(), published);
        return new ProtectedCube(safe, withheld, warnings(safe));
    }

    /** Removes the value and the attributes. An attribute may be a comment that contains the value. */
    private static Observation withheld(Observation observation, Statuses statuses) {
        return new Observation(
                observation.key(),
                null,
                statuses.suppressed(),
                statuses.withheld(),
                Map.of(),
                observation.coverage() == null ? null : observation.coverage().withoutBounds());
    }

    private List<AttributeDisclosure> warnings(Cube safe) {
        DataflowCounts published = new DataflowCounts(layout, safe);
        List<AttributeDisclosure> warnings = new ArrayList<>();
        for (KeySum line : published.breakdownLines()) {
            long total = published.count(line.whole());
            if (total > 0 && line.parts().length > 1) {
                for (long part : line.parts()) {
                    if (published.count(part) == total && othersAreZero(safe, line, part)) {
                        warnings.add(new AttributeDisclosure(line.whole(), part));
                    }
                }
            }
        }
        return warnings;
    }

    private static boolean othersAreZero(Cube cube, KeySum line, long part) {
        return Arrays.stream(line.parts())
                .filter(other -> other != part)
                .allMatch(other -> cube.find(other)
                        .map(Observation::value)
                        .filter(value -> value.signum() == 0)
                        .isPresent());
    }
}
