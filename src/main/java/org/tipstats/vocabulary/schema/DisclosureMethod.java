package org.tipstats.vocabulary.schema;

/** How small counts of a dataflow are kept from being read. */
public enum DisclosureMethod {
    /** Small counts, and whatever would give them away, are published without value. */
    SUPPRESSION,
    /** Small counts become 0 or the base, and every total is the sum of what they became: a table without gaps. */
    ROUNDING
}
