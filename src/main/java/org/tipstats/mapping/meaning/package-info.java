/** What the words of a table mean: codes, keys of observations, and sums of finer codes. */
package org.tipstats.mapping.meaning;
