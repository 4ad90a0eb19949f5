package org.tipstats.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Limits the number of wrong tokens from a network address. Correct tokens still work, because tokens cannot be
 * guessed, and other users may share the network address with a broken client.
 */
@Singleton
class FailedSignIns {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_ADDRESSES = 100_000;

    private final AccessSettings settings;
    private final Cache<String, AtomicInteger> failures;

    @Inject
    FailedSignIns(AccessSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    FailedSignIns(AccessSettings settings, Ticker ticker) {
        this.settings = settings;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MAX_ADDRESSES)
                .ticker(ticker)
                .build();
    }

    /**
     * Counts a failed sign-in from a network address.
     *
     * @return the failure itself, or a 429 if there were too many failures
     */
    Throwable note(String address, Throwable failure) {
        if (settings.demo()) {
            return failure;
        }
        int count = failures.get(address, first -> new AtomicInteger()).incrementAndGet();
        return count <= settings.failuresAMinute() ? failure : wait(address);
    }

    private ProblemException wait(String address) {
        long age = failures.policy()
                .expireAfterWrite()
                .flatMap(window ->
                        window.ageOf(address, TimeUnit.SECONDS).stream().boxed().findFirst())
                .orElse(0L);
        return new ProblemException(Problem.of(
                        ProblemType.TOO_MANY_REQUESTS, "Too many wrong tokens came from this address.")
                .header("Retry-After", Long.toString(Math.max(1, WINDOW.toSeconds() - age))));
    }
}
