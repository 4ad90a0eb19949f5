package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.EarlierReleases;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * A draft is protected against the releases that exist when it is made, and can be published only while no other has
 * been added.
 */
@QuarkusTest
class ProtectedAgainstTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final String FILE = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";
    private static final String CELL = "A.MHL.CONVICTED._T._T.NUMBER.2001";
    private static final String PART = "A.MHL.CONVICTED.F._T.NUMBER.2001";

    @Inject
    TestReleases releases;

    @Inject
    EarlierReleases earlier;

    @Inject
    Clock clock;

    private void accept(int total, int women) {
        releases.accept(
                "PERSONS",
                "MHL",
                FILE + "MHL,CONVICTED,_T,_T,2001," + total + "\nMHL,CONVICTED,F,_T,2001," + women + "\n");
    }

    private Response publication(String id) {
        return releases.as(AccountRole.PUBLISHER).post(RELEASES + "/" + id + "/publication");
    }

    private static void isRefused(Response publication, String because) {
        publication
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("checks.id", contains("protected-against"))
                .body("checks[0].items.release", hasItem(because));
    }

    private Observation value(EarlierRelease release, boolean compiled, String key) {
        Cube cube = (compiled ? release.compiled() : release.published()).get("PERSONS");
        return cube.find(cube.space().parse(key).orElseThrow()).orElseThrow();
    }

    @Test
    void aDraftIsNotPublishedBesideOneThatCameInBetween() {
        accept(500, 100);
        releases.publish("against-0");
        accept(510, 100);
        releases.draft("against-1", null);
        accept(520, 100);
        releases.publish("against-2");
        isRefused(publication("against-1"), "against-2");
        assertEquals(404, given().get(RELEASES + "/against-1").statusCode());
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/against-1/checks")
                .then()
                .body("publishable", equalTo(false))
                .body("checks.find { it.id == 'protected-against' }.outcome", equalTo("blocking"));
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/against-1").then().statusCode(204);
        releases.publish("against-1");
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/against-2/checks")
                .then()
                .body("checks.find { it.id == 'protected-against' }.outcome", equalTo("passed"));
    }

    @Test
    void aScheduledReleaseCountsUntilItIsDropped() {
        accept(600, 200);
        releases.publish("against-3");
        accept(610, 200);
        releases.draft("against-4", null);
        accept(620, 200);
        releases.publish("against-5", clock.instant().plus(Duration.ofHours(9)))
                .then()
                .body("status", equalTo("SCHEDULED"));
        isRefused(publication("against-4"), "against-5");
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/against-5").then().statusCode(204);
        publication("against-4").then().statusCode(200).body("status", equalTo("PUBLISHED"));
    }

    @Test
    void aDraftIsPublishedThoughAScheduledReleaseThatItKnewIsDropped() {
        accept(630, 210);
        releases.publish("against-6", clock.instant().plus(Duration.ofHours(9)));
        accept(640, 210);
        releases.draft("against-7", null);
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/against-6").then().statusCode(204);
        publication("against-7").then().statusCode(200);
    }

    @Test
    void whatWasTrueThenIsKnownOfEveryReleaseThatIsOrWillBePublic() {
        accept(700, 3);
        releases.publish("against-8");
        accept(710, 2);
        releases.publish("against-9", clock.instant().plus(Duration.ofHours(9)));
        releases.draft("against-10", null);
        List<EarlierRelease> known = earlier.known(cube -> cube).releases();
        List<String> ids = known.stream().map(EarlierRelease::id).toList();
        assertTrue(
                ids.indexOf("against-8") >= 0 && ids.indexOf("against-8") < ids.indexOf("against-9"), ids.toString());
        assertEquals(-1, ids.indexOf("against-10"));
        EarlierRelease first = known.get(ids.indexOf("against-8"));
        EarlierRelease second = known.get(ids.indexOf("against-9"));
        assertEquals(700, value(first, true, CELL).value().intValue());
        assertEquals(700, value(first, false, CELL).value().intValue());
        assertEquals(3, value(first, true, PART).value().intValue());
        assertEquals(null, value(first, false, PART).value());
        assertEquals(2, value(second, true, PART).value().intValue());
        assertEquals(null, value(second, false, PART).value());
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/against-9").then().statusCode(204);
    }
}
