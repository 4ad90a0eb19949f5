package org.tipstats.protect.disclose;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release that may be published, unless it is blocked. Everything except the cubes is confidential.
 *
 * @param cubes the protected cubes, by the id of their dataflow and in the order of these ids
 * @param blockers the reasons why the release must not be published; empty if the release is safe
 * @param cost the effort of the search
 */
public record ProtectedRelease(Map<String, ProtectedCube> cubes, List<Blocker> blockers, ProtectionCost cost) {

    public ProtectedRelease {
        cubes = Collections.unmodifiableMap(new TreeMap<>(cubes));
        blockers = List.copyOf(blockers);
    }

    public boolean isPublishable() {
        return blockers.isEmpty();
    }

    /**
     * Returns this result of a second search with the cost of both: the first search's unknowns and equations, and the
     * linear programs of both searches.
     */
    public ProtectedRelease after(ProtectionCost first) {
        long programs = first.linearPrograms() + cost.linearPrograms();
        return new ProtectedRelease(cubes, blockers, new ProtectionCost(first.unknowns(), first.equations(), programs));
    }

    /**
     * The effort of the search for figures to withhold, shown to the publisher.
     *
     * @param unknowns the number of unknown cells at the last rank of the search, in all releases together
     * @param equations the number of relations between these cells that an intruder knows
     * @param linearPrograms the number of linear programs solved
     */
    public record ProtectionCost(long unknowns, long equations, long linearPrograms) {

        public static final ProtectionCost NONE = new ProtectionCost(0, 0, 0);

        public ProtectionCost plus(ProtectionCost other) {
            return new ProtectionCost(
                    unknowns + other.unknowns, equations + other.equations, linearPrograms + other.linearPrograms);
        }
    }
}
