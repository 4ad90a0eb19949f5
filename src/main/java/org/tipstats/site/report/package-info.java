/**
 * The periodic report on global patterns, as a page and as a PDF. Each published release has an edition: the world, its
 * regions and other groups of areas in figures and charts, their coverage, the methods, and tables of these figures.
 *
 * <p>The report computes only shares of published figures and, for changes over time, sums over areas that have figures
 * in both years. Each published figure links to its page in the same release. The sentences are templates that the
 * program fills with figures, and they make no other statements. The answer for a draft is always 404, also for staff.
 */
package org.tipstats.site.report;
