/**
 * Rounds of collection: an administrator asks areas for dataflows and years by a date. Each area has a part of the round. Its
 * state follows from the files that arrived and is never stored.
 */
package org.tipstats.collect.rounds;
