package org.tipstats.platform.access;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Accounts for tests over HTTP, made by the service itself. */
@Singleton
public class TestAccounts {

    private static final Actor MAKER = new Actor(new UUID(0, 1), "test", Set.of(AccountRole.ADMINISTRATOR), Set.of());

    private final AccountService accounts;

    TestAccounts(AccountService accounts) {
        this.accounts = accounts;
    }

    public CreatedAccount create(AccountRole role, String... areas) {
        return accounts.create(
                MAKER, new AccountRequest("Test " + role.id(), List.of(role.id()), List.of(areas)), null);
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
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
