/**
 * Calculates aggregates (GSBPM 5.7). From the accepted national counts of a dataflow and the population, the package
 * computes all figures of the dataflow in a release, before disclosure control: national counts and rates, and the
 * sums, rates, bounds and coverage of every group of areas. The groups are the regions of M49, and groups that the
 * deployment defines. The groups of the deployment may contain areas of several M49 regions, so they are not added to
 * any other sum.
 *
 * <p>The code recognises areas, groups, units and totals by roles and annotations, never by id. Nothing is imputed: an
 * aggregate is the sum over the areas that report, and its coverage shows how complete the sum is.
 */
package org.tipstats.compile.aggregate;
