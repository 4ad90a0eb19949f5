/**
 * Published figures for programs: queries, formats, catalogue, comparisons, coverage, feed and webhooks.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>calendar: {@code CalendarEntry}, {@code CalendarService}
 *   <li>comparison: {@code FlowService}, {@code FlowSummary}, {@code PublishedFlows}, {@code QuestionService}
 *   <li>coverage: {@code CoverageService}
 *   <li>data: {@code PublicData}
 *   <li>format: {@code DataSelection}, {@code Format}
 *   <li>series: {@code ConstantPanel}, {@code SeriesMaker}, {@code SeriesPoint}, {@code SeriesService}, {@code SeriesShares}
 * </ul>
 */
package org.tipstats.disseminate;
