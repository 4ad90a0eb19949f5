/** The shape of a table: where its header is, which rows and columns it has, and which rows are parts of others. */
package org.tipstats.mapping.reading;
