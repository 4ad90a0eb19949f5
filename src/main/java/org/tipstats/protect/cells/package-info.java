/**
 * Linked tables as the search sees them: cells with their bounds, and the sums between them ({@code CellSystem}). A {@code
 * Move} turns the true table into another table that an intruder cannot exclude.
 *
 * <p>This package knows nothing of trafficking or of dataflows.
 */
package org.tipstats.protect.cells;
