package org.tipstats.start.tables;

/** The treatment of cells that count nobody. */
public enum ZeroPolicy {
    /** Zeros are always published. So everybody knows that a hidden cell is at least 1. */
    PUBLIC,
    /** A zero is published, unless it is hidden to protect other cells. */
    HIDDEN,
    /**
     * Zeros are as sensitive as small counts, because a zero reveals something about the persons who are counted in
     * other cells.
     */
    PROTECTED
}
