/**
 * The figures of regions from those of areas: sums, bounds, rates and coverage, and what two areas say of the same
 * people.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>aggregate: {@code AggregateCalculator}
 *   <li>mirror: {@code MirrorComparison}, {@code MirrorDatasets}, {@code MirrorFigure}, {@code MirrorFlow}
 * </ul>
 */
package org.tipstats.compile;
