package org.tipstats.protect.disclose;

/**
 * The finest crossings of the codes that an area uses in a year, published or not. No crossing is negative, and each
 * figure is the sum of some crossings.
 *
 * @param size the number of finest crossings that can be above zero
 * @param figures the indexes of the figures
 * @param under for each figure, the indexes of the crossings whose sum it is
 */
record CrossingSums(int size, int[] figures, int[][] under) {}
