/** Reads the rows of a file: the layout of the columns, parsed rows, and the context for rules about cells. */
package org.tipstats.validate.row;
