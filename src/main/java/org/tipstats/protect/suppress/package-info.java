/**
 * Secondary suppression (GSBPM 6.4): finds the cells of linked tables to hide in addition to the sensitive cells, so
 * that nobody can compute a sensitive cell from the published cells.
 *
 * <p>This package knows nothing of trafficking or of dataflows. It works with cells, with equations between cells
 * ("lines", see {@code CellSystem}) and with the bounds of each cell that an intruder knows. A "move" turns the true
 * table into another table that is possible for the intruder (see {@code Move}).
 *
 * <p>Only {@code MoveSolver}, {@code IntegerSolver} and {@code CompletionSolver} use OR-Tools. The package does not trust
 * the answers of OR-Tools: it checks each table by addition in whole numbers.
 */
package org.tipstats.protect.suppress;
