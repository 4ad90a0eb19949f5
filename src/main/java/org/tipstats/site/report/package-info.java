/**
 * The periodic report on global patterns: of each published release an article with the world and every region in figures
 * and charts, how many areas they rest on, how they were made, and tables of all of it; as a page and as a PDF.
 *
 * <p>At the edge of the order, after {@code profile}, whose figures, tables and drawings it puts together: it computes no
 * figure but shares of published parts. Each number leads to the page of that figure in that release. Sentences are
 * templates filled in with figures; none says more than its numbers. Drafts are not found, whoever asks.
 *
 * <p>Public: nothing.
 */
package org.tipstats.site.report;
