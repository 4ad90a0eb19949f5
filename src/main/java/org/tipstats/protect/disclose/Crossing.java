package org.tipstats.protect.disclose;

/**
 * The finest crossings of the codes that an area uses in a year, published or not: none is negative, and each figure is
 * the sum of some of them.
 *
 * @param size how many finest crossings there are that can be more than zero
 * @param figures by number
 * @param under for each figure the places of the crossings that it is the sum of
 */
record Crossing(int size, int[] figures, int[][] under) {}
