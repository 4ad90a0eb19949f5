/** Saved mappings: their form, how they are applied to the next file, and the changes found in that file. */
package org.tipstats.mapping.saved;
