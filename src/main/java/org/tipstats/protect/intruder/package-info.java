/**
 * The intruder: what someone who downloads everything that was ever published can find out of the counts that were
 * withheld. The independent audit of disclosure control (GSBPM 6.4).
 *
 * <p>Beside {@code disclosure} in the order, with which it shares nothing: neither knows the other, so that one mistake
 * doesn't make both blind. Imports {@code schema}, {@code observation} and {@code csv}. Published figures of all
 * releases become one system of unknown whole numbers and equations between them ({@code Knowledge}); a withheld count
 * is safe when two tables are shown that agree with everything published and differ in it by a whole number, and
 * recoverable when only one value is possible. What cannot be decided counts as not proven, never as safe. The solver
 * lies behind one class.
 *
 * <p>Public: {@link org.tipstats.protect.intruder.IntruderAudit} with {@link org.tipstats.protect.intruder.PublishedVintage}, {@link
 * org.tipstats.protect.intruder.PublishedTable}, {@link org.tipstats.protect.intruder.CodeTree}, {@link
 * org.tipstats.protect.intruder.AuditOptions} and {@link org.tipstats.protect.intruder.CellLookup}; its result {@link
 * org.tipstats.protect.intruder.AuditReport} with {@link org.tipstats.protect.intruder.ExposedCell} and {@link
 * org.tipstats.protect.intruder.Source}; {@link org.tipstats.protect.intruder.PublishedFiles} with {@link
 * org.tipstats.protect.intruder.UnreadableTableException} for the command line.
 */
package org.tipstats.protect.intruder;
