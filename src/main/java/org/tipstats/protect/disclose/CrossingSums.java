package org.tipstats.protect.disclose;

/**
 * The finest crossings of the codes that an area uses in a year, published or not. None is negative, and each figure is
 * the sum of some of them.
 *
 * @param size the number of finest crossings that can be above zero
 * @param figures the numbers of the figures
 * @param under for each figure, the places of the crossings that it sums up
 */
record CrossingSums(int size, int[] figures, int[][] under) {}
