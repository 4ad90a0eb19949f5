package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.start.boot.TestClock;

/** Each test moves the time so far ahead that all tokens of the other tests are expired. */
@QuarkusTest
class FirstAdministratorTest {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static long years;

    @Inject
    FirstAdministrator first;

    @Inject
    TestAccounts accounts;

    @Inject
    AccountService service;

    @Inject
    ProviderAccountService provided;

    @Inject
    AccountRepository repository;

    @Inject
    TokenRepository tokens;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock time;

    @Inject
    TestClock clock;

    private Duration later;

    @BeforeEach
    void letAllTokensEnd() {
        years += 20;
        later = Duration.ofDays(365 * years);
        clock.later(later);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    private Optional<String> tokenIfNeeded() {
        List<String> kept = new ArrayList<>();
        assertEquals(first.createIfNeeded(kept::add), !kept.isEmpty());
        return kept.stream().findFirst();
    }

    private static int status(String token) {
        return TestAccounts.as(token).get(ACCOUNTS).statusCode();
    }

    private static String create(String token, String role) {
        return TestAccounts.as(token)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Ann\", \"roles\": [\"" + role + "\"]}")
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    @Test
    void whereNobodyCanAdministerOneTokenIsMade() {
        String token = tokenIfNeeded().orElseThrow();
        assertEquals(200, status(token));
        assertTrue(tokenIfNeeded().isEmpty());
    }

    @Test
    void itEndsAfterADayAndANewOneIsMade() {
        String token = tokenIfNeeded().orElseThrow();
        clock.later(later.plusHours(23));
        assertEquals(200, status(token));
        clock.later(later.plusHours(25));
        assertEquals(401, status(token));
        assertTrue(tokenIfNeeded().isPresent());
    }

    @Test
    void itEndsWithTheAccountThatItMakesAnAdministratorLater() {
        String token = tokenIfNeeded().orElseThrow();
        Response made = TestAccounts.as(token)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Bea\", \"roles\": [\"reviewer\"]}")
                .post(ACCOUNTS);
        TestAccounts.as(token)
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"administrator\"]}")
                .put(ACCOUNTS + "/" + made.path("id") + "/rights")
                .then()
                .statusCode(200);

        assertEquals(401, status(token));
        assertEquals(200, status(made.path("token")));
    }

    @Test
    void itEndsWithTheAdministratorThatItWasMadeFor() {
        String token = tokenIfNeeded().orElseThrow();
        create(token, "reviewer");
        assertEquals(200, status(token));
        String administrator = create(token, "administrator");
        assertEquals(401, status(token));
        assertEquals(200, status(administrator));
        TestAccounts.as(administrator)
                .get("/api/v1/audit?limit=2&action=grant-refused")
                .then()
                .body("items[0].actorName", equalTo("first-administrator"));
        assertTrue(tokenIfNeeded().isEmpty());
        TestAccounts.as(administrator)
                .get("/api/v1/audit?limit=1&action=first-administrator-created")
                .then()
                .statusCode(200)
                .body("items[0].actor", equalTo("system"));
    }

    @Test
    void itConfirmsNoGrant() {
        Actor away = new Actor(UUID.randomUUID(), "away", Set.of(AccountRole.ADMINISTRATOR), Set.of());
        CreatedAccount waits = service.create(away, new AccountRequest("Ann", List.of("reviewer"), List.of()), null);
        String grant =
                ACCOUNTS + "/" + waits.id() + "/grants/" + waits.grants().get(0).id() + "/confirmation";
        String token = tokenIfNeeded().orElseThrow();
        TestAccounts.as(token).post(grant).then().statusCode(403).body("detail", containsString("first start"));
        TestAccounts.as(create(token, "administrator"))
                .post(grant)
                .then()
                .statusCode(200)
                .body("roles", contains("reviewer"));
    }

    @Test
    void whereSomeoneCanAdministerNoneIsMade() {
        accounts.token(AccountRole.ADMINISTRATOR);
        assertTrue(tokenIfNeeded().isEmpty());
    }

    /** Regression: with a provider, each start made a new first administrator although administrators could sign in there. */
    @Test
    void whereAnAdministratorSignsInWithTheProviderNoneIsMade() {
        CreatedAccount ann = accounts.create(AccountRole.ADMINISTRATOR);
        ProviderPerson person = new ProviderPerson("https://id.example.org " + ann.id(), "Ann", null, null);
        boolean known = first.isKnownToProvider();
        assertTrue(provided.link(person, ann.id(), new AccessGiver(ann.id(), "Ann", time.instant())));
        assertTrue(first.isKnownToProvider());
        assertEquals(401, status(ann.token()), "whoever is linked has no token any more");

        assertFalse(starting(Optional.of("https://id.example.org")).createIfNeeded(token -> {}));
        assertTrue(starting(Optional.empty()).createIfNeeded(token -> {}), "the provider was switched off");
        service.close(new Actor(new UUID(7, 7), "test", Set.of(), Set.of()), ann.id());
        assertEquals(known, first.isKnownToProvider(), "a closed account does not count");
    }

    /** Regression: the first administrator stayed open if the new one signs in with the provider. */
    @Test
    void itEndsWithAnAdministratorWhoSignsInWithTheProvider() {
        CreatedAccount ann = accounts.create(AccountRole.REVIEWER);
        ProviderPerson person = new ProviderPerson("https://id.example.org " + ann.id(), "Ann", null, null);
        provided.link(person, ann.id(), new AccessGiver(ann.id(), "Ann", time.instant()));
        Account linked = repository.findById(ann.id());
        assertFalse(tokens.canSignIn(linked, time.instant(), settings(Optional.empty())));
        assertTrue(tokens.canSignIn(linked, time.instant(), settings(Optional.of("https://id.example.org"))));
        linked.link(linked.subject(), time.instant(), new AccessGiver(new UUID(7, 7), "Bea", time.instant()), true);
        assertFalse(
                tokens.canSignIn(linked, time.instant(), settings(Optional.of("https://id.example.org"))), "who waits");
    }

    private FirstAdministrator starting(Optional<String> provider) {
        return new FirstAdministrator(repository, tokens, settings(provider), audit, time);
    }

    private static AccessSettings settings(Optional<String> provider) {
        return new AccessSettings(false, Duration.ofDays(1), 1, true, true, provider);
    }

    @Test
    void otherRolesDoNotCount() {
        accounts.token(AccountRole.PUBLISHER);
        assertTrue(tokenIfNeeded().isPresent());
    }

    @Test
    void aTokenThatCannotBeKeptIsNotCreated() {
        assertThrows(
                UncheckedIOException.class,
                () -> first.createIfNeeded(token -> {
                    throw new UncheckedIOException(new IOException("read-only"));
                }));
        assertTrue(tokenIfNeeded().isPresent());
    }
}
