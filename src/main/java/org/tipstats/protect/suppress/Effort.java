package org.tipstats.protect.suppress;

/**
 * Limits the work that a search spends on hiding fewer cells. The work is not measured in seconds, so the results are
 * the same on every machine.
 *
 * @param trials the limit for linear programs; a program with 100 cells uses 100 trials. After the limit, walks replace
 *     linear programs
 * @param best the limit for finding the best pattern of a small system, in deterministic units of about a second
 * @param shortens true to replace moves of many cells by moves of few cells, and to run {@code LocalSearch} on parts of
 *     medium size; fewer cells are hidden, but the search takes longer
 * @param repairs true to search once more, with fewer restrictions, for cells that the search by ranks did not protect
 * @param hurries true to use fewer linear programs at ranks after the first: parts of more than 800 cells exchange
 *     cells by walks only, and parts of more than 2,500 cells have no joint search for moves that hide nothing more
 */
public record Effort(long trials, double best, boolean shortens, boolean repairs, boolean hurries) {

    /** The effort for tables that are published once: the result is close to the optimum. */
    public static final Effort THOROUGH = new Effort(1_000_000, 6, true, true, false);

    /** The effort for releases of many years that are protected while a user waits. */
    public static final Effort QUICK = new Effort(100_000, 0.2, false, true, true);

    /** A quick effort without repairs, for a search after which another search protects the remaining cells. */
    public static final Effort FIRST_SEARCH = new Effort(100_000, 0.2, false, false, true);

    /**
     * Returns this effort with {@code hurries} false: for the first rank, which has the most valuable cells, and for
     * repairs.
     */
    Effort withoutHurry() {
        return new Effort(trials, best, shortens, repairs, false);
    }
}
