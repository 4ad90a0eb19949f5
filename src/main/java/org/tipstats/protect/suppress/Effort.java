package org.tipstats.protect.suppress;

/**
 * The effort that a search spends to hide less after everything is protected. It is not measured in seconds, so results
 * are the same on every machine.
 *
 * @param trials the number of linear programs, multiplied by the number of cells in each
 * @param best for small systems, how long to search for the best pattern, in deterministic units of about a second
 * @param shortens true to split moves that were found for many cells at once, and to improve parts of medium size at
 *     the end, so that less is hidden
 */
public record Effort(long trials, double best, boolean shortens) {

    /** For tables that are published once: the result is close to the optimum. */
    public static final Effort THOROUGH = new Effort(1_000_000, 6, true);

    /** For releases of many years that are protected while a user waits. */
    public static final Effort QUICK = new Effort(300_000, 0.2, false);
}
