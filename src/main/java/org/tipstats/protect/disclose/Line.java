package org.tipstats.protect.disclose;

/**
 * A whole and its parts, by key.
 *
 * @param parts in key order
 */
record Line(long whole, long[] parts) {}
