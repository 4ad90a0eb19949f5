package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.TestReleases;

@QuarkusTest
class ReleasePrintsTest {

    private static final String RELEASE = "stored-prints";

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private ReleasePrints prints;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.acceptOne();
            releases.publish(RELEASE);
        }
        database.update("delete from printed_report where release_id = ?", RELEASE);
        prints = new ReleasePrints(database, clock);
    }

    private void keep(ReleasePrints at, int file) {
        at.keep("digest " + file, RELEASE, "edition " + file, new byte[] {(byte) file});
    }

    @Test
    void theNewestFilesOfAReleaseStayAndTheFirstOfTwoEqualOnes() {
        for (int i = 0; i <= ReleasePrints.MAX_FILES; i++) {
            keep(new ReleasePrints(database, Clock.offset(clock, Duration.ofSeconds(i))), i);
        }
        prints.keep("digest 1", RELEASE, "edition 1", new byte[] {77});

        assertEquals(Optional.empty(), prints.find("digest 0"));
        assertEquals(1, prints.find("digest 1").orElseThrow()[0]);
        assertTrue(prints.has(RELEASE, "edition " + ReleasePrints.MAX_FILES));
        assertEquals(
                ReleasePrints.MAX_FILES,
                database.number("select count(*) from printed_report where release_id = ?", RELEASE));
    }

    @Test
    void filesOfAWithdrawnReleaseAreDeleted() {
        releases.publish("withdrawn-prints");
        prints.keep("digest of withdrawn", "withdrawn-prints", "edition", new byte[] {1});
        keep(prints, 1);
        prints.deleteWithdrawn();
        assertTrue(prints.find("digest of withdrawn").isPresent());

        releases.as(AccountRole.PUBLISHER)
                .contentType("application/json")
                .body(Map.of("reason", "Two areas were confused."))
                .post("/api/v1/releases/withdrawn-prints/withdrawal")
                .then()
                .statusCode(200);
        SignedIn.as(accounts.another(Set.of(AccountRole.PUBLISHER)).token())
                .post("/api/v1/releases/withdrawn-prints/withdrawal/confirmation")
                .then()
                .statusCode(200);
        prints.deleteWithdrawn();
        assertEquals(Optional.empty(), prints.find("digest of withdrawn"));
        assertTrue(prints.find("digest 1").isPresent());
    }
}
