/**
 * Draws small charts as vector graphics (SVG): lines with gaps and bounds, bars, columns, flows and sparklines.
 *
 * <p>The package has no side effects and does not use other packages. The caller passes formatted numbers and texts.
 * Colours are names from the style sheet. A drawing is a list of shapes and texts. A template writes the drawing into a
 * page, where it has the colours of the reader's theme. A drawing can also be written as a file in the light colours.
 * Bars begin at zero. In a line, a suppressed value leaves a gap and gets a ring on the axis or just above it. Nothing
 * in a drawing depends on the size of a suppressed value. Time runs from left to right in every language.
 */
package org.tipstats.site.drawing;
