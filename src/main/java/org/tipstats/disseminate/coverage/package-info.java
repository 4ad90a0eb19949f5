/**
 * The coverage board: which area reported what in which year, how much of each region that is, and which figures were
 * reported twice.
 *
 * <p>After {@code dissemination} in the order; imports {@code release} and what is left of it. Everything is counted from
 * the figures of one release as they are published: a figure that is withheld counts as reported, whatever the reason.
 *
 * <p>Public: {@code CoverageService} with {@code AreaCoverage}, {@code RegionCoverage}, {@code Overlap} and {@code
 * CoverageStatus}.
 */
package org.tipstats.disseminate.coverage;
