package org.tipstats.protect.disclose;

/**
 * A whole and its parts, by key.
 *
 * @param parts in key order
 */
record KeySum(long whole, long[] parts) {}
