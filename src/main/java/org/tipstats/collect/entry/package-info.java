/** Figures that people type in: the grid of an area and dataflow, drafts, and the rows that a draft becomes. */
package org.tipstats.collect.entry;
