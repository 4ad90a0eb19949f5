package org.tipstats.platform.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/** Creates a first administrator if nobody can sign in as administrator. */
@Singleton
public final class FirstAdministrator {

    private static final String NAME = "first-administrator";
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    FirstAdministrator(
            AccountRepository accounts,
            TokenRepository tokens,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates an account with the role administrator if no such account has a usable token. The token expires after a
     * day, or as soon as it is used to create another administrator.
     *
     * @param keeper passes the new token on to the operator; if this fails, no account is created
     * @return whether there is a new token
     */
    public boolean createIfNeeded(Consumer<String> keeper) {
        return QuarkusTransaction.requiringNew().call(() -> createUnlessUsable(keeper));
    }

    /** Returns whether a token can still be used. */
    public boolean isOpen(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tokens.findBySecret(new TokenSecret(token))
                        .filter(known -> known.opens(clock.instant(), settings.demo()))
                        .isPresent());
    }

    private boolean createUnlessUsable(Consumer<String> keeper) {
        accounts.lockFirstAdministrator();
        Instant now = clock.instant();
        boolean usable = tokens.ofOpenAccounts(AccountRole.ADMINISTRATOR).stream()
                .anyMatch(token -> token.opens(now, settings.demo()));
        if (usable) {
            return false;
        }
        Account account = new Account(UUID.randomUUID(), NAME, Set.of(AccountRole.ADMINISTRATOR), Set.of(), null, now);
        TokenSecret secret = TokenSecret.random();
        accounts.persist(account);
        tokens.persist(new AccountToken(UUID.randomUUID(), account, secret, now, now.plus(LIFETIME)).oneTime());
        audit.record(AuditEvent.bySystem("first-administrator-created", "accounts/" + account.id()));
        keeper.accept(secret.text());
        return true;
    }
}
