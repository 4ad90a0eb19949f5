package org.tipstats.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.observation.Cube;
import org.tipstats.schema.Dataflow;

/**
 * Protects a release before it is published. Immutable; equal input gives equal results.
 */
public final class DisclosureControl {

    private final Map<String, Dataflow> dataflows = new TreeMap<>();
    private final Thresholds thresholds;

    /**
     * Prepares the protection.
     *
     * @param dataflows all dataflows that a release can hold
     * @param thresholds what areas state for their own figures
     */
    public DisclosureControl(Collection<Dataflow> dataflows, Thresholds thresholds) {
        dataflows.forEach(dataflow -> this.dataflows.put(dataflow.id(), dataflow));
        this.thresholds = thresholds;
    }

    /**
     * Withholds what must not be public.
     *
     * @param compiled the whole cubes as compiled, by the id of their dataflow
     * @param earlier the releases published before, oldest first
     * @throws IllegalArgumentException for a dataflow that is none of those given, or a cube of another structure
     */
    public ProtectedRelease protect(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        Map<String, ProtectedCube> safe = new HashMap<>();
        List<Blocker> blockers = new ArrayList<>();
        new TreeMap<>(compiled).forEach((id, cube) -> {
            Dataflow dataflow = dataflows.get(id);
            if (dataflow == null || !cube.space().structure().equals(dataflow.structure())) {
                throw new IllegalArgumentException("not a cube of " + id);
            }
            safe.put(id, protect(dataflow, cube, blockers));
        });
        return new ProtectedRelease(safe, blockers, new ProtectionCost(0, 0, 0));
    }

    private ProtectedCube protect(Dataflow dataflow, Cube cube, List<Blocker> blockers) {
        CubeLayout layout = new CubeLayout(dataflow);
        Map<Long, Reason> reasons = new PrimaryRule(dataflow, layout, thresholds).mark(cube);
        reasons.forEach((key, reason) -> {
            if (layout.mustStayPublic(key)) {
                blockers.add(new Blocker(Blocker.Kind.TOTAL_IS_SENSITIVE, dataflow.id(), key));
            }
        });
        new RateRule(layout, dataflow.threshold()).mark(cube, reasons);
        return new Withholding(dataflow).apply(cube, reasons);
    }
}
