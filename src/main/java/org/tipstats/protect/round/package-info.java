/**
 * Additive small count rounding, the second method of disclosure control (GSBPM 6.4). Counts from 1 to below a base
 * become 0 or the base, and all published figures are sums of one rounded table. It serves users who need tables
 * without gaps.
 *
 * <p>This package does not know {@code disclosure}; it imports only {@code schema} and {@code observation}. Its core
 * works on numbers only, with whole numbers, fixed seeds and no clock. So equal tables give equal results, whatever the
 * order of their cells. The other classes handle the properties of national figures: lines of totals and parts that may
 * be incomplete or wrong, several breakdowns of one total, masked and reserved values, linked dataflows, earlier
 * releases.
 *
 * <p>Public: {@link org.tipstats.protect.round.NationalRounding} with its {@link org.tipstats.protect.round.EarlierRelease} and
 * {@link org.tipstats.protect.round.RoundedCube}; the core, {@link org.tipstats.protect.round.CountTable} (inner cells and sums
 * of them), {@link org.tipstats.protect.round.AdditiveRounding} and {@link org.tipstats.protect.round.RoundedTable} with its
 * {@link org.tipstats.protect.round.Deviation} from the truth.
 */
package org.tipstats.protect.round;
