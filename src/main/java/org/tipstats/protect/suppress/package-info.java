/**
 * Secondary suppression (GSBPM 6.4): which cells of linked tables to hide beside the sensitive ones so that none of them
 * can be computed from what is left.
 *
 * <p>Knows nothing of trafficking or of dataflows: cells, lines between them and what an intruder knows of each. Before
 * {@code disclosure}, which puts releases into this form; imports nothing of the house. OR-Tools is known to {@code
 * LinearSolver}, {@code JointSolver}, {@code IntegerSolver} and {@code Completion} alone, and none is believed: every proof is a table in whole numbers that is
 * checked by adding up.
 *
 * <p>Public: {@link org.tipstats.protect.suppress.CellSystem}, {@link org.tipstats.protect.suppress.Suppressor} with {@link
 * org.tipstats.protect.suppress.Effort} and its result,
 * {@link org.tipstats.protect.suppress.Pattern}; {@link org.tipstats.protect.suppress.Completion}; {@link
 * org.tipstats.protect.suppress.CrossedTables} with {@link org.tipstats.protect.suppress.ZeroPolicy}, which makes a system of counted
 * rows.
 */
package org.tipstats.protect.suppress;
