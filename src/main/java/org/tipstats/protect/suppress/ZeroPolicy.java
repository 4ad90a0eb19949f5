package org.tipstats.protect.suppress;

/** The treatment of cells that count nobody. */
public enum ZeroPolicy {
    /** Always published. So everybody knows that a hidden cell is at least 1. */
    PUBLIC,
    /** Published, but may be hidden to protect others. */
    HIDDEN,
    /** As sensitive as a small count, because a zero reveals something about the persons counted elsewhere. */
    PROTECTED
}
