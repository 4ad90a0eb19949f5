package org.tipstats.publish.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The cost of protection for the world, a region or a sub-region: counts and rates of all dataflows together, without
 * reference data.
 *
 * @param area code of the group
 * @param cells number of figures of the group itself
 * @param withheld number of these that are withheld
 * @param memberCells number of figures of its member areas
 * @param membersWithheld number of these that are withheld
 */
record GroupLoss(String area, long cells, long withheld, long memberCells, long membersWithheld) {

    private static final Set<String> SHOWN = Set.of("WORLD", "REGION", "SUB_REGION");

    /** Counts figures by area, then sums them by group. */
    static final class Counter {

        private final Map<String, long[]> byArea = new HashMap<>();

        void add(Cube compiled, Cube published) {
            KeySpace space = compiled.space();
            Dimension area = space.structure().area();
            for (Observation observation : compiled) {
                if (observation.value() != null) {
                    long[] counts = byArea.computeIfAbsent(space.code(observation.key(), area), id -> new long[2]);
                    counts[0]++;
                    counts[1] += hasValue(published, observation.key()) ? 0 : 1;
                }
            }
        }

        private static boolean hasValue(Cube published, long key) {
            return published.find(key).map(Observation::value).isPresent();
        }

        List<GroupLoss> groups(CodeList areas) {
            List<GroupLoss> losses = new ArrayList<>();
            for (Code group : areas.codes()) {
                if (group.annotation("AREA_GROUP").filter(SHOWN::contains).isPresent()) {
                    losses.add(loss(areas, group));
                }
            }
            return losses;
        }

        private GroupLoss loss(CodeList areas, Code group) {
            long cells = 0;
            long withheld = 0;
            for (Code member : areas.descendants(group)) {
                if (!member.isAreaGroup()) {
                    cells += of(member)[0];
                    withheld += of(member)[1];
                }
            }
            return new GroupLoss(group.id(), of(group)[0], of(group)[1], cells, withheld);
        }

        private long[] of(Code area) {
            return byArea.getOrDefault(area.id(), new long[2]);
        }
    }
}
