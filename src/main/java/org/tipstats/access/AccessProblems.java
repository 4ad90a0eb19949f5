package org.tipstats.access;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.problem.ProblemType;
import org.tipstats.problem.ProblemTypes;

/** The problems that accounts add. */
@Singleton
final class AccessProblems implements ProblemTypes {

    static final ProblemType LAST_ADMINISTRATOR = new ProblemType(
            "last-administrator",
            "This is the last administrator",
            409,
            "Create another account with the role administrator first; then this one can be closed.");
    static final ProblemType ACCOUNT_CLOSED = new ProblemType(
            "account-closed",
            "The account is closed",
            409,
            "A closed account stays closed. Create a new one for the same person.");

    @Override
    public List<ProblemType> types() {
        return List.of(LAST_ADMINISTRATOR, ACCOUNT_CLOSED);
    }
}
