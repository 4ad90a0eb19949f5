/**
 * The intruder: finds the withheld counts that somebody can compute after downloading everything that was ever
 * published. The independent audit of disclosure control (GSBPM 6.4).
 *
 * <p>This package and {@code disclosure} share no code and do not know each other, so that one mistake cannot affect
 * both. It imports {@code schema}, {@code observation} and {@code csv}. The published figures of all releases become
 * one system of unknown whole numbers and equations between them ({@code Knowledge}). A withheld count is safe if two
 * tables exist that agree with everything published and differ in it by a whole number. It is recoverable if only one
 * value is possible. A count that cannot be decided is reported as not proven, never as safe. Only one class uses the
 * solver.
 *
 * <p>Public: {@link org.tipstats.protect.intruder.IntruderAudit} with {@link org.tipstats.protect.intruder.PublishedVintage},
 * {@link org.tipstats.protect.intruder.PublishedTable}, {@link org.tipstats.protect.intruder.CodeTree},
 * {@link org.tipstats.protect.intruder.AuditOptions} and {@link org.tipstats.protect.intruder.CellLookup}; its result
 * {@link org.tipstats.protect.intruder.AuditReport} with {@link org.tipstats.protect.intruder.ExposedCell} and
 * {@link org.tipstats.protect.intruder.Source}; {@link org.tipstats.protect.intruder.PublishedFiles} with
 * {@link org.tipstats.protect.intruder.UnreadableTableException} for the command line.
 */
package org.tipstats.protect.intruder;
