/** Rows of a file: the layout of its columns, parsed rows, and the context in which a rule judges a cell. */
package org.tipstats.validate.row;
