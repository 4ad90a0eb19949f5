package org.tipstats.protect.disclose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release that may be published, unless it is blocked. Everything but the cubes is confidential.
 *
 * @param cubes the protected cubes by the id of their dataflow
 * @param blockers why it must not be published; empty for a release that is safe
 * @param cost what the search for the pattern took
 */
public record ProtectedRelease(Map<String, ProtectedCube> cubes, List<Blocker> blockers, ProtectionCost cost) {

    public ProtectedRelease {
        cubes = Map.copyOf(cubes);
        blockers = List.copyOf(blockers);
    }

    /** Whether nothing stands against publication. */
    public boolean isPublishable() {
        return blockers.isEmpty();
    }

    /** The protected cubes in the order of the dataflows' ids. */
    public Map<String, ProtectedCube> inOrder() {
        return new TreeMap<>(cubes);
    }
}
