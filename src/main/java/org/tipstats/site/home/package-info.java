/**
 * The pages of the website that anyone meets first, and where staff begin: start, methods, programs,
 * imprint, desk.
 *
 * <p>At the edge of the order, beside the formats for machines: it asks {@code release}, {@code submission} and {@code
 * schema} for what it shows, never HTTP, and nothing imports it. What a dataflow or a code means is read from roles and
 * annotations. Figures become texts before they reach a template, so that zero, missing, suppressed and not applicable look
 * different in every place.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.home;
