/** The rows of a file as a table of keys, merged with the figures that hold now, for rules that compare rows. */
package org.tipstats.validate.table;
