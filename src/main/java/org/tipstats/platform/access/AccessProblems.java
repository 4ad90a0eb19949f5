package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemTypes;

/** The problem types of accounts. */
@Singleton
final class AccessProblems implements ProblemTypes {

    static final ProblemType LAST_ADMINISTRATOR = new ProblemType(
            "last-administrator",
            "This is the last administrator",
            409,
            "Create another account with the role administrator first; then this one can be closed or lose the role.");
    static final ProblemType ACCOUNT_CLOSED = new ProblemType(
            "account-closed",
            "The account is closed",
            409,
            "A closed account stays closed. Create a new one for the same person.");

    static final ProblemType MADE_BEFORE = new ProblemType(
            "made-before",
            "It was made before",
            409,
            "The first request with this Idempotency-Key made it, and its token was shown then. Look at the address in the"
                    + " header Location; if the token was lost, end it and issue another one.");

    @Override
    public List<ProblemType> types() {
        return List.of(LAST_ADMINISTRATOR, ACCOUNT_CLOSED, MADE_BEFORE);
    }
}
