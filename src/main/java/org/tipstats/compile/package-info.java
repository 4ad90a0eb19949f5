/**
 * Computes the figures of regions from the figures of areas: sums, bounds, rates and coverage. Also compares what two
 * areas report about the same people.
 *
 * <p>Face: other rooms (see the README) may use only these types:
 *
 * <ul>
 *   <li>aggregate: {@code AggregateCalculator}
 *   <li>mirror: {@code MirrorComparison}, {@code MirrorDatasets}, {@code MirrorFigure}, {@code MirrorFlow},
 *       {@code PublishedCounts}
 * </ul>
 */
package org.tipstats.compile;
