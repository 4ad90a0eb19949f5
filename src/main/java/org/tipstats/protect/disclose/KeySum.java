package org.tipstats.protect.disclose;

/**
 * A total and its parts, as keys.
 *
 * @param parts the keys of the parts, ascending
 */
record KeySum(long whole, long[] parts) {}
