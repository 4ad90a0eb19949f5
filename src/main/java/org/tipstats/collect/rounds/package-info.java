/**
 * Rounds of collection: an administrator asks areas for dataflows and years by a date. Each area has a part of the
 * round. The state of a part follows from the files that arrived and from other stored facts; the state itself is not
 * stored.
 */
package org.tipstats.collect.rounds;
