package org.tipstats.publish.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;

class ReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T09:00:00Z");
    private static final Actor MAKER = actor("maker");
    private static final Actor PUBLISHER = actor("publisher");

    private static Actor actor(String name) {
        return new Actor(UUID.nameUUIDFromBytes(name.getBytes()), name, Set.of(AccountRole.PUBLISHER), Set.of());
    }

    private static Release draft(Instant embargoUntil) {
        return Release.draft(new ReleaseRequest("r-1", "R", null, embargoUntil), 7, MAKER, NOW);
    }

    private static int status(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(ProblemException.class, act).problem().status();
    }

    @Test
    void aDraftIsPublishedAtOnce() {
        Release release = draft(null);
        assertEquals(ReleaseStatus.DRAFT, release.status);
        assertNull(release.publishedAt);
        release.publish(PUBLISHER, NOW);
        assertEquals(ReleaseStatus.PUBLISHED, release.status);
        assertEquals(NOW, release.publishedAt);
        assertEquals("publisher", release.publisherName);
    }

    @Test
    void underEmbargoItIsPublishedAtThatVeryInstant() {
        Release release = draft(LATER);
        release.publish(PUBLISHER, NOW);
        assertEquals(ReleaseStatus.SCHEDULED, release.status);
        assertEquals(LATER, release.publishedAt);
        assertEquals(ReleaseStatus.SCHEDULED, release.statusAt(LATER.minusNanos(1000)));
        assertEquals(ReleaseStatus.PUBLISHED, release.statusAt(LATER));
        assertEquals(ReleaseStatus.PUBLISHED, release.statusAt(LATER.plusSeconds(1)));
    }

    @Test
    void anEmbargoThatIsOverHoldsNothingBack() {
        for (Instant over : List.of(NOW, NOW.minusSeconds(1))) {
            Release release = draft(over);
            release.publish(PUBLISHER, NOW);
            assertEquals(ReleaseStatus.PUBLISHED, release.status);
            assertEquals(NOW, release.publishedAt);
        }
    }

    @Test
    void anEmbargoIsRoundedUpToMicroseconds() {
        assertEquals(LATER.plusNanos(1000), draft(LATER.plusNanos(1)).embargoUntil);
        assertEquals(LATER.plusNanos(1000), draft(LATER.plusNanos(1000)).embargoUntil);
        assertEquals(LATER, draft(LATER).embargoUntil);
    }

    @Test
    void whoMadeItDoesNotPublishIt() {
        Release release = draft(null);
        assertEquals(403, status(() -> release.publish(MAKER, NOW)));
        assertEquals(ReleaseStatus.DRAFT, release.status);
        release.publish(PUBLISHER, NOW);
        assertEquals(403, status(() -> release.publish(MAKER, NOW)));
    }

    @Test
    void itIsPublishedOnce() {
        Release release = draft(LATER);
        release.publish(PUBLISHER, NOW);
        assertEquals(409, status(() -> release.publish(PUBLISHER, NOW)));
        assertEquals(409, status(() -> release.publish(PUBLISHER, LATER)));
        assertEquals(LATER, release.publishedAt);
    }

    @Test
    void itIsDroppedUntilItIsPublished() {
        Release release = draft(LATER);
        release.requireDroppable(NOW);
        release.publish(PUBLISHER, NOW);
        release.requireDroppable(LATER.minusNanos(1000));
        assertEquals(409, status(() -> release.requireDroppable(LATER)));
    }

    @Test
    void aRequestIsJudgedAsAWhole() {
        assertEquals(List.of(), new ReleaseRequest("2016-1", "t", null, null).faults());
        assertEquals(
                List.of(), new ReleaseRequest("x".repeat(64), "t".repeat(300), "n".repeat(10_000), LATER).faults());
        assertEquals(
                List.of("/id", "/title", "/notes", "/embargoUntil"),
                new ReleaseRequest("x".repeat(65), "t".repeat(301), "n".repeat(10_001), Instant.MAX)
                        .faults().stream().map(InputError::pointer).toList());
        assertEquals(
                "/embargoUntil",
                new ReleaseRequest("a", "t", null, Instant.MIN).faults().get(0).pointer());
    }
}
