/**
 * Rounds of collection on the website: the list of rounds, the board of a round with the states of all areas, an area's
 * part of a round, the form to type figures in, and the public summary of a closed round.
 */
package org.tipstats.site.rounds;
