/** Mappings: guesses the meaning of tables in their own layout, and saves the meanings that an area confirmed. */
package org.tipstats.collect.mappings;
