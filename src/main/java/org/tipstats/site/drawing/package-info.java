/**
 * Draws small charts as vector graphics (SVG): lines with gaps and bounds, bars, columns, flows and sparklines.
 *
 * <p>Pure, and knows nothing of the other packages: the caller passes formatted numbers and texts, and colours are
 * names from the style sheet. A drawing is a list of shapes and texts. A template writes it into a page, where both
 * themes colour it, or it is written as a file in the light colours. Bars begin at zero. A suppressed value breaks the
 * line and gets a ring on the axis; nothing else in the drawing depends on it. Time runs from left to right in every
 * language.
 */
package org.tipstats.site.drawing;
