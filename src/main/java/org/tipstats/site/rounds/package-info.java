/**
 * Rounds of collection on the website: the list of rounds, the board of a round, an area's part of it, the form to type
 * figures in, and the public summary of a closed round.
 */
package org.tipstats.site.rounds;
