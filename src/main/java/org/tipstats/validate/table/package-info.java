/** The rows of a file as a table of keys, merged with the current data, for rules that compare rows. */
package org.tipstats.validate.table;
