/** Counts the persons in a list of single cases. Keeps no data of a row except unknown words. */
package org.tipstats.mapping.count;
