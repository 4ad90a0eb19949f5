/**
 * Observations: keys, values with their statuses, and cubes, which are sorted sets of observations.
 *
 * <p>A key is one {@code long} within a {@code KeySpace}, so that a million observations fit in little memory and sort
 * like the dimensions. The text of a key is its codes in dimension order, joined by dots. A {@code CubeShape} reads what a key
 * means. Counts are whole numbers and rates are decimals; there is no floating point here.
 */
package org.tipstats.vocabulary.cube;
