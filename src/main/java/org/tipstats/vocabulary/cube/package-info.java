/**
 * Observations: keys, values with their statuses, and cubes of them.
 *
 * <p>Second in the order: imports only {@code schema}. A key is one {@code long} within a {@link
 * org.tipstats.vocabulary.cube.KeySpace}, so that a million observations fit in little memory and sort like the dimensions.
 * The text of a key is its codes in dimension order, joined by dots. Counts are whole numbers and rates are decimals;
 * there is no floating point here.
 *
 * <p>All types are public, because the packages of all capabilities use them.
 */
package org.tipstats.vocabulary.cube;
