/**
 * The periodic report on global patterns, as a page and as a PDF. Each published release has an edition: the world and
 * every region in figures and charts, their coverage, the methods, and tables of all figures.
 *
 * <p>The report computes nothing but shares of published parts. Each number links to the page of its figure in the same
 * release. The sentences are templates that the program fills with figures, and they make no other statements. The
 * answer for a draft is always 404, also for staff.
 */
package org.tipstats.site.report;
