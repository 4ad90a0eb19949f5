package org.tipstats.platform.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * Recognises failures that are not bugs: the database is not available, the disk is full, there are too many requests,
 * or two changes conflict.
 */
final class DatabaseProblems {

    private static final int SECONDS_AWAY = 5;
    private static final int SECONDS_BUSY = 1;

    /**
     * Classes of SQLSTATE for a database that is not available: connection, resources and disk, operator intervention,
     * system error.
     */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    /**
     * SQLSTATE codes of failures that may not occur again if the client repeats the request: the database is read-only
     * (a standby), serialisation failure, deadlock, lock not available.
     */
    private static final Set<String> BUSY = Set.of("25006", "40001", "40P01", "55P03");

    private static final String UNIQUE = "23505";
    private static final String DISK_FULL = "53100";

    private DatabaseProblems() {}

    /**
     * Returns the problem if the cause of the failure is the database, a full disk, or a lack of free workers;
     * otherwise empty.
     */
    static Optional<Problem> find(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.push(failure);
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                Optional<Problem> problem = of(next);
                if (problem.isPresent()) {
                    return problem;
                }
                for (Throwable suppressed : next.getSuppressed()) {
                    open.push(suppressed);
                }
                if (next.getCause() != null) {
                    open.push(next.getCause());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> of(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return Optional.of(busy());
        }
        if (failure instanceof IOException io && StorageProblems.isFull(io)) {
            return Optional.of(StorageProblems.problem());
        }
        return failure instanceof SQLException sql ? ofSql(sql) : Optional.empty();
    }

    private static Optional<Problem> ofSql(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (BUSY.contains(state)) {
            return Optional.of(unavailable("Another change was made at the same time.", SECONDS_BUSY));
        }
        if (UNIQUE.equals(state)) {
            return Optional.of(Problem.of(ProblemType.CONFLICT, "Someone else did the same at the same time."));
        }
        if (DISK_FULL.equals(state)) {
            return Optional.of(StorageProblems.problem());
        }
        if (isPoolBusy(failure)) {
            return Optional.of(busy());
        }
        boolean away = state.length() == 5 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2));
        return away || failure instanceof SQLTransientConnectionException || isCut(failure) || isGivenUp(failure)
                ? Optional.of(unavailable("The database does not respond.", SECONDS_AWAY))
                : Optional.empty();
    }

    /** Recognises by its message that no connection of the pool became free. The pool gives no error code. */
    private static boolean isPoolBusy(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).contains("cquisition timeout");
    }

    /** Recognises by its message that a connection of the pool was cut while in use. The pool gives no error code. */
    private static boolean isCut(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).contains("onnection is closed");
    }

    /**
     * Recognises that the pool gave up a connection because the connection took too long to open. The driver reports
     * this as an unexpected failure, in the language of the machine, so only the stack trace identifies it.
     */
    private static boolean isGivenUp(SQLException failure) {
        return failure.getCause() instanceof RuntimeException cause
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.postgresql.Driver$Connect");
    }

    private static Problem busy() {
        return unavailable("The service is busy.", SECONDS_BUSY);
    }

    static Problem unavailable(String detail, int seconds) {
        return Problem.of(ProblemType.UNAVAILABLE, detail).header("Retry-After", Integer.toString(seconds));
    }
}
