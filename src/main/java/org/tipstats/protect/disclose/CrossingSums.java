package org.tipstats.protect.disclose;

/**
 * The finest crossings of the codes that an area uses in a year, published or not. For example, one crossing counts the
 * women under 18 in forced labour. No crossing is negative, and each figure is the sum of some crossings.
 *
 * @param size the number of finest crossings that can be above zero
 * @param figures the indexes of the figures
 * @param under for each figure, the indexes of the crossings that add up to the figure
 */
record CrossingSums(int size, int[] figures, int[][] under) {}
