/** Mappings that are kept: their form, how they are applied to the next file, and what changed in that file. */
package org.tipstats.mapping.saved;
