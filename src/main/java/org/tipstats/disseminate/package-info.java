/**
 * Published figures for programs: queries, formats, catalogue, comparisons, coverage, feed and webhooks.
 *
 * <p>Face, the types that other rooms may use:
 *
 * <ul>
 *   <li>comparison: {@code QuestionService}
 *   <li>coverage: {@code CoverageService}
 *   <li>data: {@code PublicData}
 *   <li>format: {@code DataSelection}, {@code Format}
 * </ul>
 */
package org.tipstats.disseminate;
