/**
 * Mirror statistics: the figures of two areas about the same people. Compares victims with the citizenship of one area
 * that another area detected with those whom it returned there. Also counts how far victims had come: from the area
 * itself, its sub-region, or beyond.
 *
 * <p>Pure: a function of two published cubes, whose results are dataflows of their own. It sees only what is public,
 * so it cannot undo disclosure control. A figure that depends on a withheld figure is withheld, too.
 */
package org.tipstats.compile.mirror;
