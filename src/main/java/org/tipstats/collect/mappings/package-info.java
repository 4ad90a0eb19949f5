/** Mappings: what a table in its own layout means is guessed, and what an area confirmed is saved. */
package org.tipstats.collect.mappings;
