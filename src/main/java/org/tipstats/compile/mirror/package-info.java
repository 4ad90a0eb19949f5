/**
 * Mirror statistics: compares the figures of two areas about the same people. For citizens of a first area in a second
 * area, the package compares two numbers: the victims whom the second area detected, and the victims whom the second
 * area returned to the first area. It also counts victims by the distance from their country of citizenship: the same
 * area, the same sub-region, or beyond.
 *
 * <p>The package is a pure function of two published cubes. Its results are separate dataflows. It uses only published
 * figures, so it cannot undo disclosure control. A figure that depends on a withheld figure is withheld, too.
 */
package org.tipstats.compile.mirror;
