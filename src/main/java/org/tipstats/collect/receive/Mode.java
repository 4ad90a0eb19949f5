package org.tipstats.collect.receive;

/** What a file stands for. */
public enum Mode {
    /** Its rows are added to or change what is accepted. */
    MERGE,
    /** It is all that the area has for the periods in it. */
    REPLACE
}
