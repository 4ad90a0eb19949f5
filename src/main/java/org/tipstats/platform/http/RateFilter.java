package org.tipstats.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.RequestPaths;

/**
 * Refuses requests of callers that send more requests per minute than allowed, and says how long to wait. Each instance
 * of the service counts separately.
 */
@Singleton
public class RateFilter {

    /** Pages of the website that read whole dataflows. The limit on API requests includes requests for these pages. */
    private static final Pattern COUNTED_PAGES =
            Pattern.compile("/[a-z]{2}/(?:data|figure|areas|coverage|releases|search|flows|mirror|reports)(?:/.*)?");

    private static final String QUERIES = "/api/v1/queries";
    private static final Set<String> UPLOADS =
            Set.of("/api/v1/validations", "/api/v1/submissions", "/api/v1/mappings/guess", QUERIES);
    private static final int EARLY = 8_750;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CALLERS = 50_000;

    private final RateConfig config;
    private final boolean demo;
    private final Cache<String, Bucket> requests = callers(MINUTE);
    private final Cache<String, Bucket> uploads = callers(MINUTE);
    private final Cache<String, Bucket> queries = callers(DAY);

    RateFilter(RateConfig config, @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.config = config;
        this.demo = demo;
    }

    private static Cache<String, Bucket> callers(Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    void register(@Observes Filters filters) {
        if (!demo) {
            filters.register(this::count, EARLY);
        }
    }

    private void count(RoutingContext context) {
        refusal(context).ifPresentOrElse(context::fail, context::next);
    }

    /** Counts a request that the cache answers before the filters run. Returns false if the caller must wait. */
    public boolean admits(RoutingContext context) {
        return demo || refusal(context).isEmpty();
    }

    private Optional<ProblemException> refusal(RoutingContext context) {
        String path = RequestPaths.of(context);
        HttpMethod method = context.request().method();
        boolean counted = path.startsWith("/api/")
                || path.startsWith("/sdmx/")
                || COUNTED_PAGES.matcher(path).matches()
                || isUpload(method, path);
        return counted ? refusal(method, path, caller(context.request())) : Optional.empty();
    }

    /** Counts a request. Returns a problem if the caller must wait; empty if the request may continue. */
    Optional<ProblemException> refusal(HttpMethod method, String path, String caller) {
        long wait = wait(requests, caller, config.requestsAMinute(), MINUTE);
        if (wait == 0 && isUpload(method, path)) {
            wait = wait(uploads, caller, config.uploadsAMinute(), MINUTE);
        }
        if (wait > 0) {
            return Optional.of(refused("There were too many requests in one minute.", wait));
        }
        boolean saves = method.equals(HttpMethod.POST) && path.equals(QUERIES);
        wait = saves ? wait(queries, caller, config.queriesADay(), DAY) : 0;
        return wait == 0
                ? Optional.empty()
                : Optional.of(refused(
                        "One caller can save " + config.queriesADay() + " queries a day. Use the full address instead.",
                        wait));
    }

    private static ProblemException refused(String detail, long wait) {
        return new ProblemException(
                Problem.of(ProblemType.TOO_MANY_REQUESTS, detail).header("Retry-After", Long.toString(wait)));
    }

    /** Returns the seconds that the caller must wait, or 0 if the caller is below the limit. */
    private static long wait(Cache<String, Bucket> callers, String caller, int most, Duration window) {
        if (most <= 0) {
            return 0;
        }
        ConsumptionProbe probe = callers.get(
                        caller,
                        first -> Bucket.builder()
                                // Without this, setting the clock back by a day would stop the refill for a day.
                                .withNanosecondPrecision()
                                .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    /**
     * Identifies the caller by its token or its network address. Uses only a digest of the token, so that the filter
     * stores no token, and no two tokens share a limit.
     */
    private static String caller(HttpServerRequest request) {
        String token = request.getHeader("Authorization");
        return token == null ? request.remoteAddress().hostAddress() : "token " + EntityTags.of(token);
    }

    private static boolean isUpload(HttpMethod method, String path) {
        return method.equals(HttpMethod.POST) && (UPLOADS.contains(path) || UploadPaths.matches(path));
    }

    /** Recognises the pages of the website that accept files. The API's limits on uploads also apply to these pages. */
    public static final class UploadPaths {

        private static final Pattern PATHS = Pattern.compile("/[a-z]{2}/(?:desk/submissions/new|check(?:/.*)?)");

        private UploadPaths() {}

        public static boolean matches(String path) {
            return PATHS.matcher(path).matches();
        }
    }

    /**
     * Limits on the rate of requests from one caller, shown in {@code /limits}. The limits do not apply in the demo,
     * because all callers of the demo share a network address.
     */
    @ConfigMapping(prefix = "tipstats.rates")
    public interface RateConfig {

        /**
         * Largest number of requests a minute to the API and to pages that read whole dataflows. Counted for each
         * token, and for each network address of callers without a token. Default 1,200; 0 for no limit.
         */
        @WithDefault("1200")
        int requestsAMinute();

        /**
         * Largest number of uploads and of requests to save a query, together, that one caller sends a minute. They
         * also count as requests. Default 60; 0 for no limit.
         */
        @WithDefault("60")
        int uploadsAMinute();

        /**
         * Largest number of queries that one caller saves in a day, whether new or not. Default 500; 0 for no limit.
         */
        @WithDefault("500")
        int queriesADay();
    }
}
