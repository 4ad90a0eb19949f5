package org.tipstats.platform.access;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Accounts for tests over HTTP that are not shared. */
@Singleton
public class TestAccounts {

    private final SignedIn accounts;

    TestAccounts(SignedIn accounts) {
        this.accounts = accounts;
    }

    public CreatedAccount create(AccountRole role, String... areas) {
        return accounts.create(new AccountRequest("Test " + role.id(), List.of(role.id()), List.of(areas)));
    }

    /** Creates an account with the role and returns its token. */
    public String token(AccountRole role, String... areas) {
        return create(role, areas).token();
    }

    /** Creates a request by a new account with the role. */
    public RequestSpecification as(AccountRole role, String... areas) {
        return as(token(role, areas));
    }

    /** Creates a request with the token. */
    public static RequestSpecification as(String token) {
        return SignedIn.as(token);
    }
}
