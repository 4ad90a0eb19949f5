/**
 * The website: pages for people, made whole on the server. So far the landing page, with the latest figures and a form
 * that checks a file.
 *
 * <p>At the edge of the order, beside the formats for machines: it asks {@code release} and {@code schema} for what it
 * shows, never HTTP, and nothing imports it. What a dataflow or a code means is read from roles and annotations. Figures
 * become texts here ({@link org.tipstats.portal.ShownFigure}), so that zero, missing, suppressed and not applicable look
 * different in every place; sentences lie in {@code texts_en.properties}; templates hold no logic beyond loops and ifs.
 *
 * <p>Public: nothing.
 */
package org.tipstats.portal;
