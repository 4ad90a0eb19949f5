/**
 * Additive small count rounding, the second profile of disclosure control (GSBPM 6.4): counts from 1 to below a base
 * become 0 or the base, and all published figures are sums of one rounded table, for users who need tables without gaps.
 *
 * <p>Beside {@code disclosure} in the order, which it doesn't know. Its core is about numbers alone and knows no cube:
 * whole numbers, fixed seeds, no clock, so equal tables give equal results, whatever the order of their cells.
 *
 * <p>Public: {@link org.tipstats.rounding.CountTable}, inner cells and sums of them; {@link
 * org.tipstats.rounding.AdditiveRounding}; {@link org.tipstats.rounding.RoundedTable} with its {@link
 * org.tipstats.rounding.Deviation} from the truth.
 */
package org.tipstats.rounding;
