package org.tipstats.protect.disclose;

/**
 * A total and its parts, as keys.
 *
 * @param whole the key of the total
 * @param parts the keys of the parts, ascending
 */
record KeySum(long whole, long[] parts) {}
