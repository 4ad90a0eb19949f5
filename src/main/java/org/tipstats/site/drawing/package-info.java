/**
 * Small charts as vector drawings (SVG): lines with gaps and bounds, bars, columns, flows, sparklines.
 *
 * <p>Pure, and without knowledge of the house: numbers and texts come finished, colours are names of the style sheet. A
 * drawing is a list of shapes and words, which a template writes into a page, where both themes colour them; or it is
 * written as a file with the light colours. Bars begin at zero; a value that is not shown breaks the line and gets a ring on
 * the axis, and nothing else in the drawing depends on it. Time runs from left to right in every language.
 *
 * <p>Public: {@code LineChart}, {@code BarChart}, {@code ColumnChart}, {@code FlowChart} and {@code Sparkline} with {@code Spot} and {@code
 * Axis}; {@code Drawing}, what they make.
 */
package org.tipstats.site.drawing;
