/** Makes chapters for pages. A chapter shows an area's figures on one topic as a chart, a table and sentences. Prints pages. */
package org.tipstats.site.chapter;
