package org.tipstats.protect.disclose;

/**
 * Why a release must not be published.
 *
 * @param kind what is wrong
 * @param dataflow the id of the dataflow
 * @param key the cell that cannot be made safe, packed in the dataflow's key space
 */
public record Blocker(Kind kind, String dataflow, long key) {

    /** What can stand against publication. */
    public enum Kind {
        /** A total over all breakdowns of a region or the world is small or reserved itself, but must be public. */
        TOTAL_IS_SENSITIVE,
        /** A figure cannot be protected while the totals of regions and the world are public. */
        TOTALS_GIVE_IT_AWAY,
        /** A figure cannot be protected because of what earlier releases show: a revision uncovers it. */
        EARLIER_RELEASES_GIVE_IT_AWAY
    }
}
