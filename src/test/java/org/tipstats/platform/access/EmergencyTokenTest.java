package org.tipstats.platform.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.ProviderAccountService.Refusal;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.SignInService.FailedSignIns;
import org.tipstats.platform.access.SignInService.RefusedSignIns;
import org.tipstats.platform.alert.AlertService;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.boot.TestClock;
import org.tipstats.start.command.CommandLineInterface;

/** The ways in beside the tokens of this service: the token for emergencies, and accounts that belong to the provider. */
@QuarkusTest
class EmergencyTokenTest {

    @Inject
    TestAccounts accounts;

    @Inject
    AccountRepository repository;

    @Inject
    SignedIn people;

    @Inject
    TokenRepository tokens;

    @Inject
    ProviderAccountService provider;

    @Inject
    AlertService alerts;

    @Inject
    Clock clock;

    @Inject
    TestClock time;

    @AfterEach
    void reset() {
        time.reset();
    }

    /** Runs the command. Returns its exit code and what it prints to both outputs. */
    private List<String> run(String account) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineInterface(
                        () -> null,
                        () -> null,
                        fresh -> new BackupDatabase(OwnerRole.address(), () -> {}),
                        Clock.systemUTC(),
                        out,
                        err,
                        false)
                .run("emergency-token", account);
        return List.of(
                Integer.toString(code),
                out.toString(StandardCharsets.UTF_8).strip(),
                err.toString(StandardCharsets.UTF_8).strip());
    }

    /** Signs in at a service that accepts no tokens of its own. */
    private Optional<Actor> signInWithoutTokens(String token) {
        AccessSettings settings = new AccessSettings(false, Duration.ofDays(1), 1, true, false, Optional.empty());
        SignInService service = new SignInService(
                tokens, repository, settings, new FailedSignIns(settings, new RefusedSignIns(null)), clock);
        return QuarkusTransaction.requiringNew().call(() -> service.signIn(token));
    }

    @Test
    void itOpensAServiceWithoutTokensFor15MinutesAndIsSeen() {
        CreatedAccount account = accounts.create(AccountRole.ADMINISTRATOR);
        List<String> issued = run(account.id().toString());
        String token = issued.get(1);

        assertEquals("0", issued.get(0), issued.toString());
        assertEquals(Optional.empty(), signInWithoutTokens(account.token()));
        assertEquals(account.id(), signInWithoutTokens(token).orElseThrow().id());
        assertEquals(200, SignedIn.as(token).get("/api/v1/accounts").statusCode());
        alerts.measure();
        SignedIn.as(people.administrator()).get("/api/v1/alerts").then().body("items.id", hasItem("emergency-token"));
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?action=emergency-token-issued")
                .then()
                .body("items.detail.name", hasItem("Test administrator"))
                .body("items.actor", hasItem("operator"));
        SignedIn.as(people.administrator())
                .get("/api/v1/audit/verification")
                .then()
                .body("intact", equalTo(true));

        time.later(Duration.ofMinutes(15));
        assertEquals(Optional.empty(), signInWithoutTokens(token));
        alerts.measure();
    }

    /** If the settings name no groups, administrators here make the accounts, and people are found by their address. */
    @Test
    void aPersonOfTheProviderIsLinkedOnceByAVerifiedAddress() {
        CreatedAccount account =
                people.create(new AccountRequest("Lia", List.of("reviewer"), List.of(), null, "Lia@example.org", null));
        ProviderPerson stranger = new ProviderPerson("https://id.example 1", "Lia", null, null);
        ProviderPerson lia = new ProviderPerson("https://id.example 2", "Lia", "lia@example.org", null);
        ProviderPerson later = new ProviderPerson("https://id.example 3", "Lia", "lia@example.org", null);

        assertEquals(Refusal.NO_ACCOUNT, provider.enter(stranger).refusal());
        assertEquals(account.id(), provider.enter(lia).actor().id());
        assertEquals(Refusal.NO_ACCOUNT, provider.enter(later).refusal());
        assertEquals(account.id(), provider.enter(lia).actor().id());
        SignedIn.as(people.administrator())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/accounts/" + account.id() + "/tokens")
                .then()
                .statusCode(409);
    }

    @Test
    void anAccountThatIsNotThereOrNotOneGetsNone() {
        accounts.create(AccountRole.ADMINISTRATOR);
        accounts.create(AccountRole.ADMINISTRATOR);
        for (String name : List.of("nobody at all", "Test administrator", "demo-administrator")) {
            assertEquals("1", run(name).get(0), name);
            assertEquals("", run(name).get(1), name);
            assertTrue(run(name).get(2).contains("Accounts of the demo get no such token."), name);
        }
    }
}
