package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseException;

/** A published release never changes. The database itself refuses changes. */
@QuarkusTest
class PublishedForEverTest {

    private static final String DATA = "/api/v1/data/VICTIMS";

    @Inject
    TestReleases releases;

    @Inject
    ReleaseService service;

    @Inject
    Database database;

    private static String file(int value) {
        return "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nFJI,_T,_T,LAB_FISH,2001," + value + "\n";
    }

    private static String body(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), response.asString());
        return response.asString() + response.header("ETag");
    }

    private static List<String> allOf(String release, Instant published) {
        return List.of(
                body("/api/v1/releases/" + release),
                body("/api/v1/releases/" + release + "/changes?since=ever-0&limit=10000"),
                body("/api/v1/releases/" + release + "/changes?limit=10000"),
                body(DATA + "?limit=10000&release=" + release),
                body(DATA + "?limit=10000&asOf=" + published),
                body(DATA + "?format=csv&release=" + release),
                body(DATA + "/codes?release=" + release),
                body(DATA + "/provenance?REF_AREA=FJI&EXPLOITATION=LAB_FISH&TIME_PERIOD=2001&release=" + release),
                body(DATA + "/provenance?REF_AREA=054&EXPLOITATION=LAB_FISH&TIME_PERIOD=2001&release=" + release));
    }

    @Test
    void laterAcceptancesAndReleasesChangeNothingInIt() {
        releases.accept("VICTIMS", "FJI", file(50));
        releases.publish("ever-0");
        releases.accept("VICTIMS", "FJI", file(60));
        Instant published = releases.publish("ever-1");
        List<String> before = allOf("ever-1", published);

        releases.accept("VICTIMS", "FJI", file(70));
        assertEquals(before, allOf("ever-1", published));
        releases.publish("ever-2");
        assertEquals(before, allOf("ever-1", published));
        assertNotEquals(body(DATA + "?format=csv&release=ever-1"), body(DATA + "?format=csv&release=ever-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update release set title = 'x' where id = 'sealed-1'",
                "update release set status = 'DRAFT' where id = 'sealed-1'",
                "update release set published_at = now() where id = 'sealed-1'",
                "update release set status = 'WITHDRAWN' where id = 'sealed-1'",
                "delete from release where id = 'sealed-1'",
                "update release_content set sha256 = 'x' where release_id = 'sealed-1'",
                "delete from release_content where release_id = 'sealed-1'",
                "insert into release_content values ('sealed-1', 'X', 1, 'x')",
                "update release_piece set content = '' where release_id = 'sealed-1'",
                "delete from release_piece where release_id = 'sealed-1'",
                "insert into release_piece values ('sealed-1', 'VICTIMS', 999, '')",
                "delete from release_source where release_id = 'sealed-1'",
                "update release_source set release_id = 'sealed-1' where release_id = 'sealed-2'",
            })
    void theDatabaseRefusesEveryChange(String statement) {
        if (given().get("/api/v1/releases/sealed-1").statusCode() == 404) {
            releases.accept("VICTIMS", "FJI", file(80));
            releases.draft("sealed-2", null);
            releases.publish("sealed-1");
        }
        String before = database.list(HASH, row -> row.getString(1)).get(0);
        DatabaseException refused = assertThrows(DatabaseException.class, () -> database.update(statement));
        assertTrue(
                refused.getCause().getMessage().contains("never changes"),
                refused.getCause().getMessage());
        assertEquals(before, database.list(HASH, row -> row.getString(1)).get(0));
    }

    private static final String HASH = """
        select md5(r::text) || md5((select string_agg(c::text, ',' order by dataflow) from release_content c
                                    where c.release_id = r.id))
        from release r where id = 'sealed-1'\
        """;

    @Test
    void aScheduledReleaseIsSealedFromItsInstantOn() {
        releases.draft("sealed-3", null);
        database.update("update release set status = 'SCHEDULED', published_at = now() - interval '1 minute' where id ="
                + " 'sealed-3'");
        for (String statement : List.of(
                "delete from release where id = 'sealed-3'",
                "update release set status = 'PUBLISHED', title = 'x' where id = 'sealed-3'",
                "delete from release_content where release_id = 'sealed-3'")) {
            assertThrows(DatabaseException.class, () -> database.update(statement), statement);
        }
        service.settleEmbargoes();
        assertEquals(
                List.of("PUBLISHED"),
                database.list("select status from release where id = 'sealed-3'", row -> row.getString(1)));
    }

    @Test
    void equalFiguresGiveEqualHashes() {
        String first = releases.draft("equal-1", null).path("contentHash");
        String second = releases.draft("equal-2", null).path("contentHash");
        assertEquals(first, second);
    }
}
