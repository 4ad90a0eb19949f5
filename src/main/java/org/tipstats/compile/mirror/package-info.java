/**
 * Mirror statistics: the figures of two areas about the same people. The package compares two numbers: the victims from
 * a first area whom a second area detected, and the victims whom the second area returned to the first. It also counts
 * victims by the distance that they had come: from the area itself, its sub-region, or beyond.
 *
 * <p>The package is a pure function of two published cubes. Its results are separate dataflows. It uses only public
 * figures, so it cannot undo disclosure control. A figure that depends on a withheld figure is withheld, too.
 */
package org.tipstats.compile.mirror;
