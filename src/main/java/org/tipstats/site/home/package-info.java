/**
 * The entry pages of the website for the public and for staff: start, methods, developers, problem types, about,
 * accessibility, desk.
 *
 * <p>The meaning of dataflows and codes comes from roles and annotations. Figures become texts before they reach a
 * template, so that zero, missing, suppressed and not applicable look different everywhere.
 */
package org.tipstats.site.home;
