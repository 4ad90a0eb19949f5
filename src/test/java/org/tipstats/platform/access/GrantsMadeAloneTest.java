package org.tipstats.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRequest.RightsRequest;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/** Tests when an administrator grants a role without a second one: in the beginning, and if the office has only one. */
@QuarkusTest
@TestTransaction
class GrantsMadeAloneTest {

    @Inject
    AccountService service;

    @Inject
    TokenService given;

    @Inject
    AccountRepository repository;

    @Inject
    TokenRepository tokens;

    @Inject
    AuditRecorder audit;

    @Inject
    AuditLog log;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private Actor administrator(String name) {
        Account account = new Account(
                UUID.randomUUID(), name, Set.of(AccountRole.ADMINISTRATOR), Set.of(), null, clock.instant());
        repository.persist(account);
        return account.actor();
    }

    private List<AccountRole> made(Actor administrator, AccountRole role) {
        CreatedAccount made =
                service.create(administrator, new AccountRequest("made", List.of(role.id()), List.of("AUT")), null);
        return made.roles();
    }

    private void forgetWhoSignedIn() {
        database.createNativeQuery("update account_token set last_used_at = null")
                .executeUpdate();
        database.createNativeQuery("update account set linked_at = null").executeUpdate();
    }

    private void signIn(UUID account) {
        database.flush();
        database.createNativeQuery("update account_token set last_used_at = now() where account_id = ?1")
                .setParameter(1, account)
                .executeUpdate();
        database.clear();
    }

    @Test
    void theFirstAdministratorMakesASecondAloneOnceAndUntilTheSecondSignsIn() {
        forgetWhoSignedIn();
        Actor ann = administrator("Ann");
        assertEquals(List.of(), made(ann, AccountRole.REVIEWER), "only administrators are made alone");

        CreatedAccount bea = service.create(ann, new AccountRequest("Bea", List.of("administrator"), List.of()), null);
        assertEquals(List.of(AccountRole.ADMINISTRATOR), bea.roles());
        AuditFilter alone = new AuditFilter(ann.id().toString(), "grant-made-alone", null);
        assertEquals(1, log.newest(alone, PageRequest.of(null, null)).items().size());
        assertEquals(List.of(), made(ann, AccountRole.ADMINISTRATOR), "once");

        signIn(bea.id());
        service.close(ann, bea.id());
        assertEquals(List.of(), made(ann, AccountRole.ADMINISTRATOR), "two have signed in");
    }

    @Test
    void whoNeverSignedInAndIsClosedMayBeReplaced() {
        forgetWhoSignedIn();
        Actor ann = administrator("Ann");
        CreatedAccount bea = service.create(ann, new AccountRequest("Bea", List.of("administrator"), List.of()), null);
        service.close(ann, bea.id());
        assertEquals(List.of(AccountRole.ADMINISTRATOR), made(ann, AccountRole.ADMINISTRATOR));
    }

    @Test
    void whoLosesTheRoleStillCountsAsTheSecond() {
        forgetWhoSignedIn();
        Actor ann = administrator("Ann");
        CreatedAccount bea = service.create(ann, new AccountRequest("Bea", List.of("administrator"), List.of()), null);
        signIn(bea.id());
        service.allow(ann, bea.id(), new RightsRequest(List.of("submitter"), List.of("AUT")));
        service.close(ann, bea.id());
        assertEquals(List.of(), made(ann, AccountRole.ADMINISTRATOR));
    }

    @Test
    void theFirstAdministratorGivesTokensAloneUntilTheSecondSignsIn() {
        forgetWhoSignedIn();
        Actor ann = administrator("Ann");
        CreatedAccount bea = service.create(ann, new AccountRequest("Bea", List.of("administrator"), List.of()), null);
        assertFalse(given.issue(ann, bea.id(), null, null).pending());
        signIn(bea.id());
        assertTrue(given.issue(ann, bea.id(), null, null).pending());
        Account account = repository.findById(bea.id());
        AccessGiver giver = new AccessGiver(ann.id(), "Ann", clock.instant());
        AccessSettings alone = new AccessSettings(false, Duration.ofDays(1), 1, false, true, Optional.empty());
        assertFalse(
                new TokenService(repository, tokens, alone, audit, clock).mustWait(account, giver), "by the setting");
    }

    @Test
    void withoutTheSettingWhoGaveAccessConfirmsIt() {
        Actor ann = administrator("Ann");
        Actor bea = administrator("Bea");
        given.issue(bea, bea.id(), null, null);
        signIn(bea.id());
        IssuedToken token = given.issue(ann, bea.id(), null, null);
        assertTrue(token.pending());
        assertTrue(given.needsAnother());
        assertThrows(ProblemException.class, () -> given.confirm(ann, bea.id(), token.id()));

        AccessSettings alone = new AccessSettings(false, Duration.ofDays(1), 1, false, true, Optional.empty());
        TokenService service = new TokenService(repository, tokens, alone, audit, clock);
        assertFalse(service.needsAnother());
        service.confirm(ann, bea.id(), token.id());
        assertFalse(tokens.findById(token.id()).isPending());
    }

    @Test
    void whoSignedInWithTheProviderIsTheSecondToo() {
        forgetWhoSignedIn();
        Actor ann = administrator("Ann");
        CreatedAccount bea = service.create(ann, new AccountRequest("Bea", List.of("administrator"), List.of()), null);
        repository.findById(bea.id()).link("https://id.example.org bea", clock.instant(), null, false);
        assertEquals(List.of(), made(ann, AccountRole.ADMINISTRATOR));
        service.close(ann, bea.id());
        assertEquals(List.of(), made(ann, AccountRole.ADMINISTRATOR), "for ever");
    }

    @Test
    void withoutTheSettingRolesHoldAtOnce() {
        AccessSettings settings = new AccessSettings(false, Duration.ofDays(1), 1, false, true, Optional.empty());
        GrantService grants = new GrantService(
                repository, new TokenService(repository, tokens, settings, audit, clock), settings, audit, clock);
        Actor ann = administrator("Ann");
        CreatedAccount waiting = service.create(ann, new AccountRequest("waits", List.of("reviewer"), List.of()), null);
        Account account = repository.findById(waiting.id());
        grants.allow(ann, account, Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER), List.of());
        assertEquals(Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER), account.roles());
        assertEquals(List.of(), account.waitingGrants());
    }
}
