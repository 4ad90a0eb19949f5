package org.tipstats.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.ProviderAccountService.Refusal;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.SignInService.FailedSignIns;
import org.tipstats.platform.access.SignInService.RefusedSignIns;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.vocabulary.schema.SchemaRegistry;

@QuarkusTest
class DemoAccountsTest {

    @Inject
    DemoAccounts demo;

    @Inject
    AccountRepository accounts;

    @Inject
    TokenRepository tokens;

    @Inject
    ProviderAccountService provided;

    @Inject
    SchemaRegistry schemas;

    @Inject
    AuditLog log;

    @Inject
    Clock clock;

    @BeforeEach
    void create() {
        demo.create();
    }

    /** Signs in with the demo on or off. In the service of the test it is off. */
    private Optional<Actor> signIn(String token, boolean demoOn) {
        AccessSettings settings = new AccessSettings(demoOn, Duration.ofDays(1), 1, true, true, Optional.empty());
        SignInService service = new SignInService(
                tokens, accounts, settings, new FailedSignIns(settings, new RefusedSignIns(null)), clock);
        return QuarkusTransaction.requiringNew().call(() -> service.signIn(token));
    }

    @Test
    void workOfADemoAccountGoesOnOnlyInTheDemo() {
        UUID publisher = demo.actor("demo-publisher").id();
        for (boolean demoOn : List.of(true, false)) {
            AccessSettings settings = new AccessSettings(demoOn, Duration.ofDays(1), 1, true, false, Optional.empty());
            SignInService service = new SignInService(tokens, accounts, settings, null, clock);
            Optional<Actor> found = QuarkusTransaction.requiringNew().call(() -> service.findOpen(publisher));
            assertEquals(demoOn, found.isPresent());
        }
    }

    @Test
    void theTokenOfADemoAccountIsItsName() {
        Actor austria = signIn("demo-submitter-AUT", true).orElseThrow();
        assertEquals("demo-submitter-AUT", austria.name());
        assertEquals(Set.of(AccountRole.SUBMITTER), austria.roles());
        assertEquals(Set.of("AUT"), austria.areas());
        assertTrue(austria.reports("AUT"));
    }

    @Test
    void theStaffIsThere() {
        assertEquals(
                Set.of(AccountRole.REVIEWER),
                signIn("demo-reviewer", true).orElseThrow().roles());
        assertEquals(
                Set.of(AccountRole.REVIEWER),
                signIn("demo-reviewer-2", true).orElseThrow().roles());
        assertEquals(
                Set.of(AccountRole.PUBLISHER),
                signIn("demo-publisher", true).orElseThrow().roles());
        assertEquals(
                Set.of(AccountRole.PUBLISHER),
                signIn("demo-publisher-2", true).orElseThrow().roles());
        assertEquals(
                Set.of(AccountRole.ADMINISTRATOR),
                signIn("demo-administrator", true).orElseThrow().roles());
        assertEquals(
                Set.of(AccountRole.ADMINISTRATOR),
                signIn("demo-administrator-2", true).orElseThrow().roles());
    }

    @Test
    void everyAreaThatReportsHasASubmitterAndNoGroupHas() {
        schemas.areas()
                .codes()
                .forEach(area -> assertEquals(
                        !area.isAreaGroup(),
                        signIn("demo-submitter-" + area.id(), true).isPresent(),
                        area.id()));
        assertTrue(signIn("demo-submitter-001", true).isEmpty());
    }

    @Test
    void withoutTheDemoNoneCanSignIn() {
        for (String name : List.of("demo-submitter-AUT", "demo-reviewer", "demo-publisher", "demo-administrator")) {
            assertTrue(signIn(name, false).isEmpty(), name);
            TestAccounts.as(name).get("/api/v1/who").then().statusCode(401);
        }
    }

    /** Regression: a person of the provider could enter an account of the demo without the demo. */
    @Test
    void withoutTheDemoNoneCanSignInWithTheProvider() {
        ProviderPerson person = new ProviderPerson("https://id.example.org demo", "Ann", null, null);
        QuarkusTransaction.begin();
        try {
            Account reviewer = accounts.findById(demo.actor("demo-reviewer").id());
            reviewer.link(person.subject(), clock.instant(), null, false);
            assertEquals(Refusal.CLOSED, provided.enter(person).refusal());
            assertEquals(Optional.empty(), provided.find(reviewer.id(), role -> true));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void creatingThemAgainChangesNothing() {
        long before = accounts.count("demo");
        demo.create();
        assertEquals(before, accounts.count("demo"));
        AuditFilter created = new AuditFilter("system", "demo-accounts-created", null);
        assertEquals(1, log.newest(created, PageRequest.of(null, null)).items().size());
    }
}
