package org.tipstats.platform.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The accounts of the demo. The token of each account is equal to its name. The accounts can sign in only while the
 * demo is on.
 */
@Singleton
public final class DemoAccounts {

    private static final String SUBMITTER = "demo-submitter-";

    private static final Map<String, AccountRole> STAFF = Map.of(
            "demo-reviewer", AccountRole.REVIEWER,
            "demo-reviewer-2", AccountRole.REVIEWER,
            "demo-publisher", AccountRole.PUBLISHER,
            "demo-publisher-2", AccountRole.PUBLISHER,
            "demo-administrator", AccountRole.ADMINISTRATOR,
            "demo-administrator-2", AccountRole.ADMINISTRATOR);

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final SchemaRegistry schemas;
    private final AuditRecorder audit;
    private final Clock clock;

    /** The actors by the names of their accounts; null until the first call that needs an actor. */
    private volatile Map<String, Actor> actors;

    DemoAccounts(
            AccountRepository accounts,
            TokenRepository tokens,
            SchemaRegistry schemas,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.schemas = schemas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates missing accounts: a submitter for every area, the staff, and an agency. */
    public void create() {
        QuarkusTransaction.requiringNew().run(this::createMissing);
    }

    /** Returns the role of each reviewer, publisher and administrator of the demo, by the name of the account. */
    public Map<String, AccountRole> staff() {
        return STAFF;
    }

    public String submitter(String area) {
        return SUBMITTER + area;
    }

    public Actor actor(String name) {
        if (actors == null) {
            actors = all(clock.instant()).values().stream().collect(Collectors.toMap(Account::name, Account::actor));
        }
        Actor actor = actors.get(name);
        if (actor == null) {
            throw new IllegalArgumentException("the demo has no account " + name);
        }
        return actor;
    }

    private void createMissing() {
        Instant now = clock.instant();
        Set<UUID> known = accounts.list("demo").stream().map(Account::id).collect(Collectors.toSet());
        List<Account> missing = all(now).values().stream()
                .filter(account -> !known.contains(account.id()))
                .toList();
        missing.forEach(account -> {
            accounts.persist(account.forDemo());
            tokens.persist(new AccountToken(UUID.randomUUID(), account, new TokenSecret(account.name()), now, null));
        });
        if (!missing.isEmpty()) {
            audit.record(
                    AuditEvent.bySystem("demo-accounts-created", "accounts").detail("count", missing.size()));
        }
    }

    private Map<String, Account> all(Instant now) {
        Map<String, Account> all = new LinkedHashMap<>();
        List<String> areas =
                schemas.areas().singleAreas().stream().map(Code::id).toList();
        areas.forEach(area -> put(all, submitter(area), AccountRole.SUBMITTER, List.of(area), null, now));
        STAFF.forEach((name, role) -> put(all, name, role, List.of(), null, now));
        put(all, "demo-source-IOM", AccountRole.SUBMITTER, areas, "IOM", now);
        return all;
    }

    /**
     * Adds an account. Derives the account's id from its name, so that the service finds the account again at the next
     * start.
     */
    private static void put(
            Map<String, Account> all, String name, AccountRole role, List<String> areas, String source, Instant now) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        all.put(name, new Account(id, name, Set.of(role), areas, source, now));
    }
}
