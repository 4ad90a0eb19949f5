/**
 * Makes chapters for pages. A chapter shows an area's figures on one topic as a chart, a table and sentences. The
 * package also makes PDF files of pages.
 */
package org.tipstats.site.chapter;
