package org.tipstats.protect.suppress;

/**
 * The work that a search may do to hide less after everything is protected. The work is not measured in seconds, so the
 * results are the same on every machine.
 *
 * @param trials the limit of linear programs: the number of programs, multiplied by the number of cells in each program
 * @param best the limit of the search for the best pattern of a small system, in deterministic units of about a second
 * @param shortens true to split moves that were found for many cells at once, and to improve parts of medium size at
 *     the end, so that less is hidden
 */
public record Effort(long trials, double best, boolean shortens) {

    /** The effort for tables that are published once: the result is close to the optimum. */
    public static final Effort THOROUGH = new Effort(1_000_000, 6, true);

    /** The effort for releases of many years that are protected while a user waits. */
    public static final Effort QUICK = new Effort(300_000, 0.2, false);
}
