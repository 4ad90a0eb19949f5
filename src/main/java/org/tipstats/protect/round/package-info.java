/**
 * Additive small count rounding, the second profile of disclosure control (GSBPM 6.4): counts from 1 to below a base
 * become 0 or the base, and all published figures are sums of one rounded table, for users who need tables without gaps.
 *
 * <p>Beside {@code disclosure} in the order, which it doesn't know; imports {@code schema} and {@code observation} only.
 * Its core is about numbers alone: whole numbers, fixed seeds, no clock, so equal tables give equal results, whatever the
 * order of their cells. Around it stands what national figures are: lines of totals and parts, not always complete nor
 * always right, several breakdowns of one total, masked and reserved values, linked dataflows, earlier releases.
 *
 * <p>Public: {@link org.tipstats.protect.round.NationalRounding} with its {@link org.tipstats.protect.round.EarlierRelease} and
 * {@link org.tipstats.protect.round.RoundedCube}; the core, {@link org.tipstats.protect.round.CountTable} (inner cells and sums of
 * them), {@link org.tipstats.protect.round.AdditiveRounding} and {@link org.tipstats.protect.round.RoundedTable} with its {@link
 * org.tipstats.protect.round.Deviation} from the truth.
 */
package org.tipstats.protect.round;
