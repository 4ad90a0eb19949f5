/**
 * Turns a table in any layout into observations, and records for each figure the cells that it came from.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>grid: {@code CellRange}, {@code Grid}, {@code Sheet}
 * </ul>
 */
package org.tipstats.mapping;
