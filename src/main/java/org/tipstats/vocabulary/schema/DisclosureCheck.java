package org.tipstats.vocabulary.schema;

import java.util.Map;

/** Whether the dataflows can be protected as their schemas say, each and together. */
final class DisclosureCheck {

    /** A threshold below it would let small counts be found from two totals. */
    private static final int SMALLEST_THRESHOLD = 3;

    private DisclosureCheck() {}

    /** Throws {@link SchemaException} for settings that contradict one another. */
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
