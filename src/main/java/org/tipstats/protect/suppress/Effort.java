package org.tipstats.protect.suppress;

/**
 * How much a search tries to hide less once everything is protected. Not measured in seconds, so that results are the
 * same everywhere.
 *
 * @param trials how many linear programs, times the cells of the system that they are about
 * @param best for systems of few cells how long to look for the best pattern, in deterministic units of about a second
 * @param shortens whether what is found for many cells at once is taken apart, and parts of middle size are bettered at the
 *     end, so that less is hidden
 */
public record Effort(long trials, double best, boolean shortens) {

    /** For tables that are published once: close to what can be reached. */
    public static final Effort THOROUGH = new Effort(1_000_000, 6, true);

    /** For releases of many years, which are protected while somebody waits. */
    public static final Effort QUICK = new Effort(300_000, 0.2, false);
}
