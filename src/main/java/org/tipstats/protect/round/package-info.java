/**
 * Additive small count rounding, the second method of disclosure control (GSBPM 6.4). Counts from 1 to below a base
 * become 0 or the base, and all published figures are computed from one rounded table. This method serves users who
 * need tables without gaps.
 *
 * <p>The core of the package works on whole numbers only, with fixed seeds and without a time limit. So equal tables
 * give equal results, whatever the order of their published cells. The other classes handle the properties of national
 * figures: lines that may be incomplete or wrong, several breakdowns of one total, masked and reserved values, linked
 * dataflows, earlier releases. A line is a total with its parts.
 */
package org.tipstats.protect.round;
