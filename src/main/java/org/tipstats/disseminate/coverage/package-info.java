/**
 * The coverage board: the areas that report in each year, the share of each region that they make up, and figures that
 * were reported twice.
 *
 * <p>Comes after {@code dissemination} in the order; imports {@code release} and the packages before it. It counts the
 * published figures of one release. A figure that is withheld counts as reported, whatever the reason.
 *
 * <p>Public: {@code CoverageService} with {@code AreaCoverage}, {@code RegionCoverage}, {@code Overlap} and
 * {@code CoverageStatus}.
 */
package org.tipstats.disseminate.coverage;
