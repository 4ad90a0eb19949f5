package org.tipstats;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.GrantState;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.GrantService;
import org.tipstats.platform.access.SignInService;

/**
 * Provides accounts that all tests over HTTP share: one per set of roles and areas, created on first use. One
 * administrator grants their roles, another one confirms them.
 */
@Singleton
public class SignedIn {

    private static final Actor MAKER = new Actor(new UUID(0, 2), "test", Set.of(AccountRole.ADMINISTRATOR), Set.of());

    private static final Actor SECOND =
            new Actor(new UUID(0, 4), "second", Set.of(AccountRole.ADMINISTRATOR), Set.of());

    private final AccountService accounts;
    private final GrantService grants;
    private final SignInService signIns;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    SignedIn(AccountService accounts, GrantService grants, SignInService signIns) {
        this.accounts = accounts;
        this.grants = grants;
        this.signIns = signIns;
    }

    /**
     * Returns the token of the shared account with exactly these roles and areas. Some tests close accounts, so an account
     * that cannot sign in any more is replaced.
     */
    public String token(Set<AccountRole> roles, String... areas) {
        return tokens.compute(
                new TreeSet<>(roles) + " " + new TreeSet<>(Set.of(areas)),
                (key, known) -> known != null && signIns.signIn(known).isPresent()
                        ? known
                        : another(roles, areas).token());
    }

    /** Creates an account that is not shared, named after its roles and areas. */
    public CreatedAccount another(Set<AccountRole> roles, String... areas) {
        List<String> ids = roles.stream().map(AccountRole::id).sorted().toList();
        String name =
                String.join(" ", Stream.concat(ids.stream(), Stream.of(areas)).toList());
        return create(new AccountRequest(name, ids, List.of(areas)));
    }

    /** Creates an account whose roles a second administrator confirms. */
    public CreatedAccount create(AccountRequest request) {
        CreatedAccount created = accounts.create(MAKER, request, null);
        created.grants().stream()
                .filter(grant -> grant.state() == GrantState.PENDING)
                .forEach(grant -> grants.confirm(SECOND, created.id(), grant.id()));
        return created;
    }

    public String submitter(String... areas) {
        return token(Set.of(AccountRole.SUBMITTER), areas);
    }

    /** Returns the token of the shared account that submits another source's figures about some areas. */
    public String agency(String source, String... areas) {
        return tokens.computeIfAbsent(
                source + " " + Set.of(areas),
                key -> create(new AccountRequest(
                                "Agency " + source, List.of(AccountRole.SUBMITTER.id()), List.of(areas), source))
                        .token());
    }

    public String reviewer() {
        return token(Set.of(AccountRole.REVIEWER));
    }

    public String publisher() {
        return token(Set.of(AccountRole.PUBLISHER));
    }

    public String administrator() {
        return token(Set.of(AccountRole.ADMINISTRATOR));
    }

    /** Returns a request with the token, or an anonymous request if the token is null. */
    public static RequestSpecification as(String token) {
        RequestSpecification request = RestAssured.given();
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
