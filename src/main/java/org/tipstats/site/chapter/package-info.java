/** Chapters about a topic: the figures of an area as charts, tables and sentences, for several kinds of pages. */
package org.tipstats.site.chapter;
