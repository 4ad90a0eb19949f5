package org.tipstats.protect.disclose;

import java.util.Comparator;

/**
 * A reason why a release must not be published.
 *
 * @param kind the kind of problem
 * @param dataflow the id of the dataflow
 * @param key the cell that cannot be made safe, packed in the dataflow's key space
 * @param noMove true if it is proved that withholding more figures does not help; false if the search found nothing
 */
public record Blocker(Kind kind, String dataflow, long key, boolean noMove) implements Comparable<Blocker> {

    private static final Comparator<Blocker> ORDER = Comparator.comparing(
                    (Blocker blocker) -> blocker.kind != Kind.TOTAL_IS_SENSITIVE)
            .thenComparing(Blocker::dataflow)
            .thenComparingLong(Blocker::key)
            .thenComparing(Blocker::kind)
            .thenComparing(Blocker::noMove);

    /** Compares by the dataflow and the key, but sensitive totals come first. */
    @Override
    public int compareTo(Blocker other) {
        return ORDER.compare(this, other);
    }

    /** The kinds of problem that block publication. */
    public enum Kind {
        /**
         * The total of a region or the world over all breakdowns must be public, but it is withheld in any case, for
         * example because it is small.
         */
        TOTAL_IS_SENSITIVE,
        /** A figure cannot be protected while the totals of regions and the world are public. */
        REVEALED_BY_TOTALS,
        /** A figure cannot be protected, because earlier releases and a revision together reveal it. */
        REVEALED_BY_EARLIER_RELEASES
    }
}
