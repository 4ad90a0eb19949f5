package org.tipstats.platform.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.AuditRows;
import org.tipstats.platform.database.Database;

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
     * Creates an account with the role administrator if nobody can sign in as administrator, with a token or with the
     * organisation's provider. The token expires after a day, or as soon as it is used to create another administrator.
     *
     * <p>Creates no account if tokens of this service are switched off, because nobody could sign in with the new
     * token.
     *
     * @param keeper passes the new token on to the operator; if this fails, no account is created
     * @return whether a new token was made
     */
    public boolean createIfNeeded(Consumer<String> keeper) {
        return settings.tokens() && QuarkusTransaction.requiringNew().call(() -> createUnlessUsable(keeper));
    }

    /**
     * Returns whether this token is known, current and of an open account. Does not check whether the settings accept
     * tokens.
     */
    public boolean isOpen(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tokens.findBySecret(new TokenSecret(token))
                        .filter(known -> known.opens(clock.instant(), settings.demo()))
                        .isPresent());
    }

    /**
     * Returns whether an open administrator is linked to a person at the organisation's provider, or has an address by
     * which the person can be linked.
     */
    public boolean isKnownToProvider() {
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.open(AccountRole.ADMINISTRATOR).stream()
                        .anyMatch(account -> account.isOpen(settings.demo())
                                && (account.subject() != null
                                        || account.contact().email() != null)));
    }

    private boolean createUnlessUsable(Consumer<String> keeper) {
        accounts.lockFirstAdministrator();
        Instant now = clock.instant();
        boolean usable = accounts.open(AccountRole.ADMINISTRATOR).stream()
                .anyMatch(account -> tokens.canSignIn(account, now, settings));
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

    /**
     * Issues a token for an emergency in which nobody can sign in, because the organisation's provider is away or
     * refuses everyone. Works on the database without the service. The log and an alert show that such a token exists.
     */
    public static final class EmergencyToken {

        /** How long the token works. */
        public static final Duration LIFETIME = Duration.ofMinutes(15);

        private static final String FIND = "select id, name from account where closed_at is null and not demo"
                + " and (cast(id as text) = ? or name = ?) limit 2";
        private static final String INSERT =
                "insert into account_token (id, account_id, hash, prefix, created_at, expires_at, emergency)"
                        + " values (?, ?, ?, ?, ?, ?, true)";

        private EmergencyToken() {}

        /** A token, and the account that it opens. */
        public record Issued(String token, String account, Instant expiresAt) {}

        /**
         * Issues a token and records it, in the transaction of the connection.
         *
         * @param account the id or the name of the account
         * @return the token; empty if no open account or several open accounts have this id or name, not counting demo
         *     accounts
         */
        public static Optional<Issued> issue(Connection connection, String account, Instant now) throws SQLException {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, account);
                find.setString(2, account);
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    UUID id = row.getObject(1, UUID.class);
                    String name = row.getString(2);
                    return row.next() ? Optional.empty() : Optional.of(issue(connection, id, name, now));
                }
            }
        }

        private static Issued issue(Connection connection, UUID account, String name, Instant now) throws SQLException {
            TokenSecret secret = TokenSecret.random();
            UUID id = UUID.randomUUID();
            Instant end = now.plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
            Database.update(connection, INSERT, id, account, secret.hash(), secret.prefix(), now, end);
            AuditRows.append(
                    connection,
                    now,
                    AuditEvent.by(
                                    "operator",
                                    "operator",
                                    "emergency-token-issued",
                                    "accounts/" + account + "/tokens/" + id)
                            .detail("name", name)
                            .detail("expiresAt", end.toString()));
            return new Issued(secret.text(), name, end);
        }
    }
}
