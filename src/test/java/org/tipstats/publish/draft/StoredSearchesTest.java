package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;

/** Results of protection that all instances of one version of the program share. */
@QuarkusTest
class StoredSearchesTest {

    private static final byte[] RESULT = {1, 2, 3};

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void anotherInstanceOfTheSameProgramFindsAResult() {
        StoredSearches one = new StoredSearches(database, clock, "9.1");
        assertTrue(one.find("shared").isEmpty());
        one.keep("shared", RESULT);
        one.keep("shared", RESULT);
        assertArrayEquals(
                RESULT,
                new StoredSearches(database, clock, "9.1").find("shared").orElseThrow());
        assertTrue(new StoredSearches(database, clock, "9.2").find("shared").isEmpty());
    }

    @Test
    void oldResultsAreDeleted() {
        StoredSearches searches = new StoredSearches(database, clock, "9.3");
        searches.keep("old", RESULT);
        searches.deleteOld();
        assertTrue(searches.find("old").isPresent());
        StoredSearches later = new StoredSearches(
                database, Clock.offset(clock, Duration.ofDays(7).plusSeconds(1)), "9.3");
        later.deleteOld();
        assertTrue(searches.find("old").isEmpty());
    }
}
