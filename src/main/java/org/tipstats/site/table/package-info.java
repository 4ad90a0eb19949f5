/** The page *Your table*: what a table in its own layout means is shown, asked, and saved as a mapping. */
package org.tipstats.site.table;
