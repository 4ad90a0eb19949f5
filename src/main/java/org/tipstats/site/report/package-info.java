/**
 * The periodic report on global patterns, as a page and as a PDF. Each published release has an edition: the world and
 * every region in figures and charts, their coverage, the methods, and tables of all figures.
 *
 * <p>It computes only shares of published parts. Each number links to the page of that figure in that release.
 * Sentences are templates filled in with figures and say no more than the figures. The answer for a draft is always
 * 404, also for staff.
 */
package org.tipstats.site.report;
