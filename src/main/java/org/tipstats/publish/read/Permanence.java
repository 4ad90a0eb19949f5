package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.http.Keeping;

/**
 * Decides how long clients may cache answers that come from releases, for all interfaces. Published content never
 * changes, so an answer is permanent if the request names the release. The latest release may change at any moment.
 * Answers that are not public are never cached.
 */
@ApplicationScoped
public class Permanence {

    /**
     * Time after which it is certain which release was the latest. A publication may take minutes, and its time is the
     * moment at which it began.
     */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    private final Clock clock;

    Permanence(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the cache policy of an answer.
     *
     * @param release the release that it comes from
     * @param named the release as the request names it: an id, {@code latest}, or null
     * @param asOf the instant at which the release was the latest; null if the request gives none
     */
    public Keeping of(ReleaseReference release, String named, Instant asOf) {
        if (!release.isPublic()) {
            return Keeping.NEVER;
        }
        return isPinned(named, asOf) ? Keeping.FOR_EVER : Keeping.ASK_AGAIN;
    }

    private boolean isPinned(String named, Instant asOf) {
        return asOf == null
                ? named != null && !named.equals("latest")
                : asOf.isBefore(clock.instant().minus(SETTLED));
    }
}
