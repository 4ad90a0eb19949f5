package org.tipstats.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * Tells an address that sends one wrong token after another to wait. A right token is let in all the same: tokens can't
 * be guessed, and those who share the address with a broken client shall go on working.
 */
@Singleton
class FailedSignIns {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

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
                .maximumSize(ADDRESSES)
                .ticker(ticker)
                .build();
    }

    /** Counts a failure of the address and gives what to answer: the failure itself, or that it were time to wait. */
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
