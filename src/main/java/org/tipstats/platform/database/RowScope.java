package org.tipstats.platform.database;

import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The rows that the database shows (decision 97). The service itself and the staff see all rows. A submitter sees the
 * rows of the submitter's areas and account.
 *
 * @param areas the setting {@code tipstats.areas}: the areas with commas between them, or {@code *}
 * @param account the setting {@code tipstats.account}: the id of the submitter, or an empty text
 */
public record RowScope(String areas, String account) {

    /** The scope of each new connection, see application.properties. */
    static final RowScope ALL = new RowScope("*", "");

    private static final ThreadLocal<RowScope> CURRENT = ThreadLocal.withInitial(() -> ALL);

    /** Creates the scope of a submitter: the rows of these areas, and the rows that the account sent. */
    public static RowScope of(Collection<String> areas, UUID account) {
        return new RowScope(String.join(",", new TreeSet<>(areas)), account.toString());
    }

    static RowScope current() {
        return CURRENT.get();
    }

    /** Runs work on this thread. The transactions and queries of the work see only the rows of this scope. */
    public <T> T during(Callable<T> work) throws Exception {
        RowScope before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(before);
        }
    }
}
