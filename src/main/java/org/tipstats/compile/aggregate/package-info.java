/**
 * Calculates aggregates (GSBPM 5.7). From the accepted national counts of a dataflow and the population it computes
 * everything that a release holds of the dataflow before disclosure control: national counts and rates; sums, rates,
 * bounds and coverage for every M49 group.
 *
 * <p>It finds areas, groups, units and totals by roles and annotations, never by id. Nothing is imputed: an aggregate
 * is the sum over the areas that report, and its coverage shows how complete that is.
 */
package org.tipstats.compile.aggregate;
