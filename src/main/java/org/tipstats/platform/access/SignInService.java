package org.tipstats.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Finds the account of a token. Caches nothing, so that a revocation takes effect at once. */
@Singleton
public class SignInService {

    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final AccessSettings settings;
    private final FailedSignIns failures;
    private final Clock clock;

    SignInService(
            TokenRepository tokens,
            AccountRepository accounts,
            AccessSettings settings,
            FailedSignIns failures,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.settings = settings;
        this.failures = failures;
        this.clock = clock;
    }

    public record SignedInToken(UUID token, Actor actor) {}

    /**
     * Returns the account of a token that a person typed in; empty in the same cases as {@link #signIn(String)}.
     *
     * @throws ProblemException 429 if the token is wrong, and too many wrong tokens came from the network address
     */
    @Transactional
    public Optional<SignedInToken> prove(String token, String address) {
        Optional<SignedInToken> proof = find(token).map(known -> new SignedInToken(known.id(), known.actor()));
        if (proof.isEmpty() && failures.note(address, null) instanceof ProblemException wait) {
            throw wait;
        }
        return proof;
    }

    /**
     * Counts a refused sign-in from a network address, for the limit and for the audit log.
     *
     * @return the given failure, or a 429 if too many sign-ins from the address were refused
     */
    public Throwable noteRefused(String address, Throwable failure) {
        return failures.note(address, failure);
    }

    /**
     * Returns the account of a token that was checked before, by the token's id; empty if the token is no longer
     * usable.
     */
    @Transactional
    public Optional<Actor> findById(UUID token) {
        return tokens.findWithAccount(token)
                .filter(known -> known.opens(clock.instant(), settings.demo()) && settings.accepts(known))
                .map(AccountToken::actor);
    }

    /** Returns the current state of an account, for work without a request; empty if it may not sign in any more. */
    @Transactional
    public Optional<Actor> findOpen(UUID account) {
        return accounts.findByIdOptional(account)
                .filter(known -> known.isOpen(settings.demo()))
                .map(Account::actor);
    }

    /** Returns the account of a token; empty if the token is not valid or accepted, or the account may not sign in. */
    @Transactional
    public Optional<Actor> signIn(String token) {
        return find(token).map(AccountToken::actor);
    }

    private Optional<AccountToken> find(String token) {
        Instant now = clock.instant();
        Optional<AccountToken> found = tokens.findBySecret(new TokenSecret(token))
                .filter(known -> known.opens(now, settings.demo()) && settings.accepts(known));
        found.filter(known -> known.isUseWorthNoting(now)).ifPresent(known -> tokens.noteUse(known, now));
        return found;
    }

    @Singleton
    static class AccessSettings {

        private final boolean demo;
        private final Duration tokenLifetime;
        private final int failuresAMinute;
        private final boolean secondAdministrator;
        private final boolean tokens;
        private final boolean provider;

        @Inject
        AccessSettings(
                @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo,
                @ConfigProperty(name = "tipstats.tokens.lifetime", defaultValue = "365d") Duration tokenLifetime,
                @ConfigProperty(name = "tipstats.tokens.failures-a-minute", defaultValue = "20") int failuresAMinute,
                @ConfigProperty(name = "tipstats.second-administrator", defaultValue = "true")
                        boolean secondAdministrator,
                @ConfigProperty(name = "tipstats.oidc.tokens", defaultValue = "true") boolean tokens,
                @ConfigProperty(name = "tipstats.oidc.issuer") Optional<String> issuer) {
            this.demo = demo;
            this.tokenLifetime = tokenLifetime;
            this.failuresAMinute = failuresAMinute;
            this.secondAdministrator = secondAdministrator;
            this.tokens = tokens;
            this.provider = issuer.isPresent();
        }

        /** Returns true if people can sign in with the organisation's provider. */
        boolean provider() {
            return provider;
        }

        /** Returns true if tokens of this service are accepted; false if all people use the organisation's provider. */
        boolean tokens() {
            return tokens;
        }

        /** Returns true if the token is accepted. A token for emergencies is always accepted. */
        boolean accepts(AccountToken token) {
            return tokens || token.isEmergency();
        }

        /** Returns true if a second administrator confirms roles above submitter, and access to such accounts. */
        boolean secondAdministrator() {
            return secondAdministrator;
        }

        /** Returns true if the demo is on: its accounts can sign in, and failed sign-ins are not limited. */
        boolean demo() {
            return demo;
        }

        /** Returns the lifetime of a new token if the request for the token sets no lifetime. */
        Duration tokenLifetime() {
            return tokenLifetime;
        }

        /** Returns how many wrong tokens a network address may send in a minute. Further wrong ones get a 429. */
        int failuresAMinute() {
            return failuresAMinute;
        }
    }

    /**
     * Limits the number of wrong tokens from a network address. Correct tokens still work, because tokens cannot be
     * guessed, and other users may share the network address with a broken client.
     */
    @Singleton
    static class FailedSignIns {

        private static final Duration WINDOW = Duration.ofMinutes(1);
        private static final int MAX_ADDRESSES = 100_000;

        private final AccessSettings settings;
        private final RefusedSignIns refused;
        private final Cache<String, AtomicInteger> failures;

        @Inject
        FailedSignIns(AccessSettings settings, RefusedSignIns refused) {
            this(settings, refused, Ticker.systemTicker());
        }

        FailedSignIns(AccessSettings settings, RefusedSignIns refused, Ticker ticker) {
            this.settings = settings;
            this.refused = refused;
            this.failures = Caffeine.newBuilder()
                    .expireAfterWrite(WINDOW)
                    .maximumSize(MAX_ADDRESSES)
                    .ticker(ticker)
                    .build();
        }

        /**
         * Counts a failed sign-in from a network address, for the limit and for the audit log.
         *
         * @return the given failure, or a 429 if too many sign-ins from the address failed
         */
        Throwable note(String address, Throwable failure) {
            refused.note(address);
            if (settings.demo()) {
                return failure;
            }
            int count = failures.get(address, first -> new AtomicInteger()).incrementAndGet();
            return count <= settings.failuresAMinute() ? failure : wait(address);
        }

        private ProblemException wait(String address) {
            long age = failures.policy()
                    .expireAfterWrite()
                    .flatMap(window -> window.ageOf(address, TimeUnit.SECONDS).stream()
                            .boxed()
                            .findFirst())
                    .orElse(0L);
            return new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS, "Too many wrong tokens came from this address.")
                    .header("Retry-After", Long.toString(Math.max(1, WINDOW.toSeconds() - age))));
        }
    }

    /**
     * Records refused sign-ins. Each minute, writes one entry per network address with the number of tries. All
     * addresses after the first {@link #MAX_ADDRESSES} share one entry, so that nobody can fill the log.
     */
    @Singleton
    static class RefusedSignIns {

        static final int MAX_ADDRESSES = 20;
        static final String OTHERS = "others";

        private static final String NOBODY = "anonymous";

        private final AuditRecorder audit;
        private Map<String, Long> tries = new TreeMap<>();

        RefusedSignIns(AuditRecorder audit) {
            this.audit = audit;
        }

        synchronized void note(String address) {
            boolean named = tries.containsKey(address) || tries.size() < MAX_ADDRESSES;
            tries.merge(named ? address : OTHERS, 1L, Long::sum);
        }

        private synchronized Map<String, Long> take() {
            Map<String, Long> taken = tries;
            tries = new TreeMap<>();
            return taken;
        }

        /** Writes the entries of the last minute. */
        @Scheduled(
                every = "{tipstats.tokens.refusals-recorded-every}",
                concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
        void write() {
            Map<String, Long> taken = take();
            if (!taken.isEmpty()) {
                QuarkusTransaction.requiringNew()
                        .run(() -> taken.forEach((address, count) ->
                                audit.record(AuditEvent.by(NOBODY, NOBODY, "sign-in-refused", "sign-in")
                                        .detail("address", address)
                                        .detail("tries", count))));
            }
        }

        void writeLast(@Observes ShutdownEvent event) {
            write();
        }
    }
}
