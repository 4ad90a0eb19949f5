/** The page *Your table* shows the meaning of a table in its own layout, asks questions, and saves a mapping. */
package org.tipstats.site.table;
