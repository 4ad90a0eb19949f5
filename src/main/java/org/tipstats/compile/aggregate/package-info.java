/**
 * Calculates aggregates (GSBPM 5.7): from the accepted national counts of a dataflow and the population to everything
 * that a release holds of it before disclosure control, namely national counts and rates, and sums, rates, bounds and
 * coverage for every M49 group.
 *
 * <p>A pure function from cube to cube: imports {@code schema} and {@code observation} only and doesn't know {@code
 * disclosure}. Areas, groups, units and totals are found by roles and annotations, never by id. Nothing is imputed: an
 * aggregate is the sum over the areas that report, and its coverage says how much that is.
 *
 * <p>Public: {@link org.tipstats.compile.aggregate.AggregateCalculator}, whose result is a cube, and {@link
 * org.tipstats.compile.aggregate.Contribution}, one line of an aggregate's provenance.
 */
package org.tipstats.compile.aggregate;
