package org.tipstats.vocabulary.schema;

import java.util.Map;

/** Checks that the dataflows, each one and all together, can be protected as their schemas state. */
final class DisclosureCheck {

    /** Smallest threshold. With a lower one, small counts could be computed from two totals. */
    private static final int SMALLEST_THRESHOLD = 3;

    private DisclosureCheck() {}

    /**
     * Checks the settings of all dataflows.
     *
     * @throws SchemaException if settings contradict one another
     */
    static void check(Map<String, Dataflow> dataflows) {
        for (Dataflow dataflow : dataflows.values()) {
            int threshold = dataflow.threshold();
            require(
                    threshold == 0 || threshold >= SMALLEST_THRESHOLD,
                    dataflow.id() + ": THRESHOLD is " + threshold + ", but must be 0 or at least "
                            + SMALLEST_THRESHOLD);
            require(
                    threshold > 0 || !dataflow.disclosure().rounds(),
                    dataflow.id() + ": DISCLOSURE=ROUNDING without a THRESHOLD");
            String broader = dataflow.disclosure().totalsOf();
            if (broader != null) {
                require(dataflows.containsKey(broader), dataflow.id() + ": TOTALS_OF " + broader + " is no dataflow");
                requireSame(dataflow, dataflows.get(broader));
            }
        }
    }

    private static void requireSame(Dataflow finer, Dataflow broader) {
        DisclosureSettings one = finer.disclosure();
        DisclosureSettings other = broader.disclosure();
        require(other.totalsOf() == null, finer.id() + ": TOTALS_OF " + broader.id() + " has TOTALS_OF itself");
        require(
                one.method() == other.method() && one.roundingBase() == other.roundingBase(),
                finer.id() + " and " + broader.id()
                        + " hold the same totals, so DISCLOSURE and ROUNDING_BASE must be the same in both");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SchemaException(otherwise);
        }
    }
}
