package org.tipstats.site.releases;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.TestReleases;

/**
 * What another instance changes shows at once on this one, which only shares its database (decision 115). The test does
 * the work of the other instance by SQL, so that nothing in this process hears of it. All answers were asked before, so
 * a cache that forgets only by time, or only what this instance did, fails here.
 */
@QuarkusTest
class OtherInstanceTest {

    private static final String DATA = "/api/v1/data/VICTIMS?REF_AREA=CPV&EXPLOITATION=LAB_FISH&TIME_PERIOD=2002";

    /** Addresses whose answers name the latest release or show its figures. */
    private static final List<String> LATEST = List.of(
            DATA,
            DATA + "&format=csv",
            DATA + "&release=latest",
            "/api/v1/series/VICTIMS?REF_AREA=CPV&EXPLOITATION=LAB_FISH",
            "/api/v1/data/VICTIMS/codes?REF_AREA=CPV",
            "/api/v1/coverage?REF_AREA=CPV",
            "/api/v1/releases",
            "/api/v1/feed.atom",
            "/api/v1/catalogue.jsonld",
            "/en/",
            "/en/releases",
            "/en/coverage?region=002",
            "/en/areas/CPV");

    @Inject
    TestReleases releases;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private void accept(int value) {
        releases.accept(
                "VICTIMS",
                "CPV",
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nCPV,_T,_T,LAB_FISH,2002," + value + "\n");
    }

    private static Response get(String path, String tag) {
        return tag == null
                ? given().urlEncodingEnabled(false).get(path)
                : given().urlEncodingEnabled(false).header("If-None-Match", tag).get(path);
    }

    /** Asks twice, so that a cache has the answer. Returns the entity tags by address. */
    private static Map<String, String> warm(List<String> paths) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String path : paths) {
            get(path, null);
            Response answer = get(path, null);
            assertEquals(200, answer.statusCode(), () -> path + " " + answer.asString());
            tags.put(path, answer.header("ETag"));
        }
        return tags;
    }

    /** Publishes a draft as the other instance does. */
    private void publishElsewhere(String id) {
        assertEquals(
                1,
                database.update(
                        "update release set status = 'PUBLISHED', published_at = ?, published_by = ?,"
                                + " publisher_name = 'other instance' where id = ? and status = 'DRAFT'",
                        clock.instant(),
                        UUID.randomUUID(),
                        id));
    }

    @Test
    void aPublicationAnErratumAndAWithdrawalElsewhereShowHereAtOnce() {
        accept(41);
        releases.publish("elsewhere-1");
        accept(57);
        releases.draft("elsewhere-2", null);
        Map<String, String> tags = warm(LATEST);
        assertTrue(get(DATA, null).asString().contains("\"release\":\"elsewhere-1\""));

        publishElsewhere("elsewhere-2");
        for (String path : LATEST) {
            Response answer = get(path, tags.get(path));
            assertEquals(200, answer.statusCode(), () -> path + " has a new answer");
            assertTrue(
                    answer.asString().contains("elsewhere-2")
                            || answer.asString().contains("57"),
                    () -> path + " " + answer.asString());
        }
        List<String> named = List.of(DATA + "&release=elsewhere-2", "/en/releases/elsewhere-2");
        tags = warm(named);

        database.update(
                "insert into release_erratum (id, release_id, text, published_at, account, account_name)"
                        + " values (?, 'elsewhere-2', '{\"en\":\"A wrong figure of Praia.\"}', ?, ?, 'other instance')",
                UUID.randomUUID(),
                clock.instant(),
                UUID.randomUUID());
        for (String path : List.of("/en/releases/elsewhere-2", "/api/v1/releases/elsewhere-2", "/api/v1/feed.atom")) {
            assertTrue(get(path, null).asString().contains("A wrong figure of Praia."), path);
        }
        assertNotEquals(
                304,
                get("/en/releases/elsewhere-2", tags.get("/en/releases/elsewhere-2"))
                        .statusCode());

        warm(LATEST);
        withdrawElsewhere("elsewhere-2");
        for (String path : named) {
            assertEquals(410, get(path, tags.get(path)).statusCode(), path);
        }
        assertTrue(get(DATA, null).asString().contains("\"release\":\"elsewhere-1\""));
        assertTrue(get(DATA, null).asString().contains("\"OBS_VALUE\":41"));
        assertFalse(get("/en/areas/CPV", null).asString().contains("elsewhere-2"));
    }

    private void withdrawElsewhere(String id) {
        database.update(
                "insert into release_withdrawal values (?, 'A figure exposes someone.', ?, 'one', ?, ?, 'two', ?)",
                id,
                UUID.randomUUID(),
                clock.instant(),
                UUID.randomUUID(),
                clock.instant());
        assertEquals(1, database.update("update release set status = 'WITHDRAWN' where id = ?", id));
    }
}
