package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.protect.disclose.DataflowCounts.KeySum;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Warns of each published total of an area if all its persons are in one published category. */
final class AttributeDisclosureCheck {

    private final CubeLayout layout;

    AttributeDisclosureCheck(CubeLayout layout) {
        this.layout = layout;
    }

    /** Returns the same cube with warnings, ordered by the keys of the totals. */
    ProtectedCube warn(ProtectedCube safe) {
        DataflowCounts published = new DataflowCounts(layout, safe.cube());
        List<AttributeDisclosure> warnings = new ArrayList<>();
        for (KeySum line : published.breakdownLines()) {
            long total = published.count(line.whole());
            if (total > 0 && line.parts().length > 1) {
                for (long part : line.parts()) {
                    if (published.count(part) == total && othersAreZero(safe.cube(), line, part)) {
                        warnings.add(new AttributeDisclosure(line.whole(), part));
                    }
                }
            }
        }
        return new ProtectedCube(safe.cube(), safe.withheld(), warnings);
    }

    private static boolean othersAreZero(Cube cube, KeySum line, long part) {
        for (long other : line.parts()) {
            if (other != part
                    && cube.find(other)
                            .map(Observation::value)
                            .filter(value -> value.signum() == 0)
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
