package org.tipstats.disclosure;

import java.util.HashSet;
import java.util.Set;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Statuses;
import org.tipstats.schema.Dataflow;

/**
 * Protects one dataflow before it is published. Immutable; equal cubes give equal results.
 *
 * <p>It promises that no count from 1 to below the threshold is in the cube that it returns, of areas or groups, nor a
 * rate of such a count. It doesn't yet promise that none can be computed from what is left.
 */
public final class DisclosureControl {

    private final Dataflow dataflow;
    private final PrimaryRule primary;
    private final RateRule rates;
    private final Withholding withholding;

    public DisclosureControl(Dataflow dataflow, DisclosurePolicy policy) {
        CubeLayout layout = new CubeLayout(dataflow);
        this.dataflow = dataflow;
        Statuses statuses = new Statuses(dataflow.structure());
        this.primary = new PrimaryRule(layout, policy, statuses);
        this.rates = new RateRule(layout, policy);
        this.withholding = new Withholding(layout, statuses);
    }

    /**
     * Withholds what must not be public.
     *
     * @param compiled the whole cube as compiled: national figures and aggregates, counts and rates
     * @throws IllegalArgumentException for a cube of another structure
     */
    public ProtectedCube protect(Cube compiled) {
        if (!compiled.space().structure().equals(dataflow.structure())) {
            throw new IllegalArgumentException("not a cube of " + dataflow.id());
        }
        Set<Long> counts = primary.mark(compiled);
        Set<Long> marked = new HashSet<>(counts);
        marked.addAll(rates.mark(compiled, counts));
        return withholding.apply(compiled, marked);
    }
}
