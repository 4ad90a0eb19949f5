package org.tipstats.protect.suppress;

/** What becomes of cells that count nobody. */
public enum ZeroPolicy {
    /** Always published, so whoever sees a hidden cell knows that it is 1 at least. */
    PUBLIC,
    /** Published, but may be hidden to protect others. */
    HIDDEN,
    /** As sensitive as a small count: that nobody is there tells something of those who are elsewhere. */
    PROTECTED
}
