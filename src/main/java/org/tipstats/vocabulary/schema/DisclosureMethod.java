package org.tipstats.vocabulary.schema;

/** The method that protects small counts of a dataflow. */
public enum DisclosureMethod {
    /** Publishes small counts, and all counts that would reveal them, without value. */
    SUPPRESSION,
    /** Rounds small counts to 0 or to the base. Each total is the sum of the rounded counts, so tables have no gaps. */
    ROUNDING
}
