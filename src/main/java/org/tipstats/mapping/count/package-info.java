/** Counts a list of single cases, one row a person, without keeping anything of a row. */
package org.tipstats.mapping.count;
