/**
 * Turns a table in any layout into observations, and records for each figure the cells that it came from.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>grid: {@code CellRange}, {@code Grid}, {@code GridReader}, {@code NoTableException}, {@code NumberStyle},
 *       {@code Sheet}
 * </ul>
 */
package org.tipstats.mapping;
