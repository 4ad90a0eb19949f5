package org.tipstats.protect.disclose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release that may be published, unless it is blocked. Everything except the cubes is confidential.
 *
 * @param cubes the protected cubes, by the id of their dataflow
 * @param blockers the reasons why the release must not be published; empty if the release is safe
 * @param cost the effort of the search
 */
public record ProtectedRelease(Map<String, ProtectedCube> cubes, List<Blocker> blockers, ProtectionCost cost) {

    public ProtectedRelease {
        cubes = Map.copyOf(cubes);
        blockers = List.copyOf(blockers);
    }

    /** Returns true if nothing blocks publication. */
    public boolean isPublishable() {
        return blockers.isEmpty();
    }

    /** Returns the protected cubes in the order of the dataflows' ids. */
    public Map<String, ProtectedCube> inOrder() {
        return new TreeMap<>(cubes);
    }
}
