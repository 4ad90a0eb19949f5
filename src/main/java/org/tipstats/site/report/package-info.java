/**
 * The periodic report on global patterns, as a page and as a PDF. Each published release has an edition: the world and
 * every region in figures and charts, their coverage, the methods, and tables of all figures.
 *
 * <p>At the edge of the order, after {@code profile}, whose figures, tables and charts it combines. It computes only
 * shares of published parts. Each number links to the page of that figure in that release. Sentences are templates
 * filled in with figures and say no more than these. Drafts answer 404, whoever asks.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.report;
