/**
 * The entry pages of the website for the public and for staff: start, methods, developers, problem types, about,
 * accessibility, desk.
 *
 * <p>At the edge of the order, at the same level as the machine formats: it calls {@code release}, {@code submission}
 * and {@code schema} directly, never over HTTP, and nothing imports it. The meaning of dataflows and codes comes from
 * roles and annotations. Figures become texts before they reach a template, so that zero, missing, suppressed and not
 * applicable look different everywhere.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.home;
