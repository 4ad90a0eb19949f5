package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tipstats.bench.attack.BreakdownSums.Trust;
import org.tipstats.bench.attack.IntruderKnowledge.Count;

/**
 * Totals that stand in two dataflows. If two published totals differ, their sources differ, and they are not linked.
 */
final class DataflowLinks {

    /** The dataflow that has the same persons in another breakdown, by dataflow. */
    private static final Map<String, String> FINER = Map.of(
            "VICTIMS_CITIZENSHIP", "VICTIMS", "VICTIMS_REPATRIATION", "VICTIMS", "PERSONS_CITIZENSHIP", "PERSONS");

    private record Pair(String areaYear, String key, Count one, Count other) {

        boolean differs() {
            return one.isKnown() && other.isKnown() && one.value() != other.value();
        }
    }

    private final IntruderKnowledge knowledge;
    private final Trust trust;

    DataflowLinks(IntruderKnowledge knowledge, Trust trust) {
        this.knowledge = knowledge;
        this.trust = trust;
    }

    /**
     * Adds the links between the tables of one release.
     *
     * @param tables the tables by dataflow
     */
    void use(Map<String, DownloadedTable> tables) {
        for (DownloadedTable table : tables.values()) {
            String main = FINER.get(table.structure().dataflow());
            if (main != null && tables.containsKey(main)) {
                link(table, tables.get(main));
            }
        }
    }

    private void link(DownloadedTable finer, DownloadedTable main) {
        List<Pair> pairs = new ArrayList<>();
        for (String key : finer.cells().keySet()) {
            Count one = knowledge.count(finer, key);
            String twin = twin(finer.structure(), key, main.structure());
            Count other = twin == null || one == null ? null : knowledge.count(main, twin);
            if (other != null && !finer.structure().isGroup(key)) {
                PublishedStructure structure = finer.structure();
                String areaYear =
                        structure.code(key, PublishedStructure.AREA) + structure.code(key, PublishedStructure.TIME);
                pairs.add(new Pair(areaYear, key, one, other));
            }
        }
        TreeSet<String> apart = new TreeSet<>();
        pairs.stream().filter(Pair::differs).forEach(pair -> apart.add(pair.areaYear()));
        for (Pair pair : pairs) {
            if (!pair.differs() && (trust == Trust.KEEP_OTHER_SUMS || !apart.contains(pair.areaYear()))) {
                knowledge.sum(pair.other(), List.of(pair.one()), true, true, "link " + finer.name(pair.key()));
            }
        }
    }

    /** Returns the key of the same total in the other dataflow, or null if the key is not a total. */
    private static String twin(PublishedStructure from, String key, PublishedStructure to) {
        for (String dimension : from.dimensions().keySet()) {
            if (!to.dimensions().containsKey(dimension)
                    && !from.code(key, dimension).equals("_T")) {
                return null;
            }
        }
        List<String> codes = new ArrayList<>();
        for (String dimension : to.dimensions().keySet()) {
            codes.add(from.dimensions().containsKey(dimension) ? from.code(key, dimension) : "_T");
        }
        return String.join(".", codes);
    }
}
