/**
 * Secondary suppression (GSBPM 6.4): finds the cells of linked tables to hide in addition to the sensitive cells, so
 * that nobody can compute a sensitive cell from the published cells.
 *
 * <p>This package knows nothing of trafficking or of dataflows. It works with the cells of {@code
 * protect.cells}, with the sums between them, and with the bounds of each cell that an intruder knows.
 *
 * <p>Only {@code MoveSolver}, {@code IntegerSolver} and {@code CompletionSolver} use OR-Tools. The package does not trust
 * the answers of OR-Tools: it checks each table by addition in whole numbers.
 */
package org.tipstats.protect.suppress;
