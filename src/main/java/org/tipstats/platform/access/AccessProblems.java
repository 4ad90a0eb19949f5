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
            "Create another account with the role administrator first. Then you can close this account or remove its role.");
    static final ProblemType ACCOUNT_CLOSED = new ProblemType(
            "account-closed",
            "The account is closed",
            409,
            "A closed account cannot be reopened. Create a new account for the same person.");

    static final ProblemType MADE_BEFORE = new ProblemType(
            "made-before",
            "The account already exists",
            409,
            "An earlier request with this Idempotency-Key created it and showed its token. See the address in the"
                    + " header Location. If the token was lost, revoke it and issue a new one.");

    @Override
    public List<ProblemType> types() {
        return List.of(LAST_ADMINISTRATOR, ACCOUNT_CLOSED, MADE_BEFORE);
    }
}
