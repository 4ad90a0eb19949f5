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
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.SignInService;

/** Provides accounts that all tests over HTTP share: one per set of roles and areas, created on first use. */
@Singleton
public class SignedIn {

    private static final Actor MAKER = new Actor(new UUID(0, 2), "test", Set.of(AccountRole.ADMINISTRATOR), Set.of());

    private final AccountService accounts;
    private final SignInService signIns;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    SignedIn(AccountService accounts, SignInService signIns) {
        this.accounts = accounts;
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
        return accounts.create(MAKER, new AccountRequest(name, ids, List.of(areas)), null);
    }

    public String submitter(String... areas) {
        return token(Set.of(AccountRole.SUBMITTER), areas);
    }

    /** Returns the token of the shared account that submits another source's figures about some areas. */
    public String agency(String source, String... areas) {
        return tokens.computeIfAbsent(
                source + " " + Set.of(areas),
                key -> accounts.create(
                                MAKER,
                                new AccountRequest(
                                        "Agency " + source,
                                        List.of(AccountRole.SUBMITTER.id()),
                                        List.of(areas),
                                        source),
                                null)
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
