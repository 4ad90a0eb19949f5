package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.http.Keeping;

/**
 * Decides how long answers made of releases may be kept, for all interfaces alike. What is published never changes, so an
 * answer stays as it is for ever where the question says which release is meant; the latest may be another one at any
 * moment; what not everyone may read is never kept.
 */
@ApplicationScoped
public class Permanence {

    /**
     * What was the latest release so long ago is sure: a publication may take minutes, and bears the moment at which it
     * began.
     */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    private final Clock clock;

    Permanence(Clock clock) {
        this.clock = clock;
    }

    /**
     * Of an answer to a question for a release.
     *
     * @param release what it is answered from
     * @param named the release in the words of the question: an id, {@code latest}, or null
     * @param asOf the instant at which the release was the latest, or null where the question says none
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
