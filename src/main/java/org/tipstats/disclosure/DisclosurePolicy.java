package org.tipstats.disclosure;

import java.math.BigDecimal;
import org.tipstats.schema.Dataflow;

/**
 * What has to be protected.
 *
 * @param threshold counts from 1 to below it are never published; 0 or 1 means that nothing is withheld
 */
public record DisclosurePolicy(int threshold) {

    /** The policy that the dataflow's schema sets. */
    public static DisclosurePolicy of(Dataflow dataflow) {
        return new DisclosurePolicy(dataflow.threshold());
    }

    /** Whether a count is too small to be published. Zero is not: it tells of no person. */
    public boolean isSmall(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(threshold)) < 0;
    }
}
