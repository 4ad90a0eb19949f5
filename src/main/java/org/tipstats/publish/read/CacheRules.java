package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/**
 * Decides how long clients may cache answers that come from releases, for all interfaces. Published content never
 * changes, so caches may keep an answer for a while if the request names the release, or an instant that is long enough
 * past. After that they must ask again, because a release may be withdrawn. The latest release may change at any
 * moment. Answers that are not public are never cached.
 */
@ApplicationScoped
public class CacheRules {

    /**
     * For this long after an instant, it may be unknown which release was the latest at the instant. The stored time of
     * a publication is its beginning, but the release may become visible minutes later.
     */
    private static final Duration PUBLICATION_DELAY = Duration.ofMinutes(15);

    private final Clock clock;

    CacheRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the cache policy of an answer.
     *
     * @param named the release as the request names it: an id, {@code latest}, or null
     * @param asOf the instant at which the release was the latest; null if the request names no instant
     */
    public CachePolicy of(ReleaseReference release, String named, Instant asOf) {
        if (!release.isPublic()) {
            return CachePolicy.NEVER;
        }
        return isPinned(named, asOf) ? CachePolicy.NAMED : CachePolicy.ASK_AGAIN;
    }

    private boolean isPinned(String named, Instant asOf) {
        return asOf == null
                ? named != null && !named.equals("latest")
                : asOf.isBefore(clock.instant().minus(PUBLICATION_DELAY));
    }
}
