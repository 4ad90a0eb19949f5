/**
 * Secondary suppression (GSBPM 6.4): finds the cells of linked tables to hide in addition to the sensitive cells, so
 * that nobody can compute a sensitive cell from the published cells.
 *
 * <p>This package knows nothing of trafficking or of dataflows. It knows cells, lines between them and an intruder's
 * knowledge of each cell. Only {@code CheapestMoveSolver}, {@code JointMoveSolver}, {@code IntegerSolver} and {@code
 * CompletionSolver} use OR-Tools. Their answers are not trusted: every proof is a table in whole numbers that is
 * checked by addition.
 */
package org.tipstats.protect.suppress;
