package org.tipstats.publish.draft;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.job.AwaitedAnswer;
import org.tipstats.publish.release.TestReleases;

/** An area sees which of its own figures would be withheld before anybody accepts or releases them. */
@QuarkusTest
class SubmissionWithheldTest {

    private static final int ATTEMPTS = 10;
    private static final String FILE = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n";
    private static final String FIGURES = FILE
            + "MNP,CONVICTED,_T,_T,2004,200,\nMNP,CONVICTED,F,_T,2004,3,\n"
            + "MNP,CONVICTED,M,_T,2004,197,\nMNP,PROSECUTED,M,_T,2004,300,N\n";

    @Inject
    TestReleases releases;

    private static Response withheld(RequestSpecification by, String submission) {
        return by.get("/api/v1/submissions/" + submission + "/withheld");
    }

    private static String reason(Response reply, String stage, String sex) {
        return reply.path("items.find { it.key.STAGE == '" + stage + "' && it.key.SEX == '" + sex + "' }.reason");
    }

    private void isAsExpected(Response reply, String submission) {
        reply.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("submission", equalTo(submission))
                .body("dataflow", equalTo("PERSONS"))
                .body("figures", equalTo(4))
                .body("byReason.small", equalTo(1))
                .body("byReason.reserved", equalTo(1))
                .body("items.find { it.key.SEX == 'F' }.value", equalTo(3));
        assertEquals("small", reason(reply, "CONVICTED", "F"));
        assertEquals("reserved", reason(reply, "PROSECUTED", "M"));
        assertEquals(
                reply.<Integer>path("count"), reply.<List<Object>>path("items").size());
        assertEquals(
                List.of("MNP"),
                reply.<List<String>>path("items.key.REF_AREA").stream()
                        .distinct()
                        .toList());
        assertEquals(
                List.of("2004"),
                reply.<List<String>>path("items.key.TIME_PERIOD").stream()
                        .distinct()
                        .toList());
    }

    @Test
    void aSubmissionIsLookedAtAsIfItWereAcceptedAndStaysTheSameThen() {
        releases.accept("PERSONS", "MNP", FILE + "MNP,CONVICTED,F,_T,2005,2,\nMNP,CONVICTED,F,_T,2004,50,\n");
        String pending = releases.submit("PERSONS", "MNP", FIGURES).path("id");
        isAsExpected(withheld(releases.submitter("MNP"), pending), pending);
        isAsExpected(withheld(releases.as(AccountRole.REVIEWER), pending), pending);
        isAsExpected(withheld(releases.as(AccountRole.PUBLISHER), pending), pending);
        releases.submitter("MNP")
                .post("/api/v1/submissions/" + pending + "/withdrawal")
                .then()
                .statusCode(200);
        String accepted = releases.accept("PERSONS", "MNP", FIGURES).id();
        isAsExpected(withheld(releases.submitter("MNP"), accepted), accepted);
        withItsOwnThreshold(accepted);
        inPages(accepted);
        asAJob(accepted);
    }

    private void withItsOwnThreshold(String accepted) {
        String address = "/api/v1/areas/MNP/thresholds/PERSONS";
        releases.submitter("MNP")
                .contentType("application/json")
                .body("{\"threshold\": 100}")
                .put(address);
        assertEquals("small", reason(withheld(releases.submitter("MNP"), accepted), "CONVICTED", "F"));
        releases.accept("PERSONS", "MNP", FILE + "MNP,SUSPECTED,_T,_T,2004,60,\n");
        assertEquals("below-area-threshold", reason(withheld(releases.submitter("MNP"), accepted), "SUSPECTED", "_T"));
        releases.submitter("MNP").delete(address).then().statusCode(204);
        assertEquals(null, reason(withheld(releases.submitter("MNP"), accepted), "SUSPECTED", "_T"));
    }

    private void inPages(String accepted) {
        Response whole = withheld(releases.submitter("MNP"), accepted);
        Response first = releases.submitter("MNP").get("/api/v1/submissions/" + accepted + "/withheld?limit=1");
        first.then().body("items", hasSize(1)).body("count", equalTo(whole.<Integer>path("count")));
        Response second = releases.submitter("MNP").urlEncodingEnabled(false).get(first.<String>path("next"));
        assertEquals(whole.<Object>path("items[0]"), first.path("items[0]"));
        assertEquals(whole.<Object>path("items[1]"), second.path("items[0]"));
    }

    /** A machine may be slower than the wait once, but not each time. */
    private void asAJob(String accepted) {
        String expected = withheld(releases.submitter("MNP"), accepted).asString();
        boolean isReply = false;
        for (int i = 0; i < ATTEMPTS && !isReply; i++) {
            Response reply = withheld(releases.submitter("MNP").header("Prefer", "respond-async, wait=15"), accepted);
            assertEquals("respond-async", reply.header("Preference-Applied"));
            isReply = reply.statusCode() == 200;
            assertEquals(
                    expected,
                    AwaitedAnswer.of(reply, () -> releases.submitter("MNP")).asString());
        }
        assertTrue(isReply, "no reply within the wait");
    }

    @Test
    void nobodyElseSeesIt() {
        String pending =
                releases.submit("PERSONS", "AIA", FIGURES.replace("MNP", "AIA")).path("id");
        assertEquals(401, withheld(given(), pending).statusCode());
        assertEquals(
                403, withheld(releases.as(AccountRole.ADMINISTRATOR), pending).statusCode());
        Response other = withheld(releases.submitter("FJI"), pending);
        Response unknown = withheld(releases.submitter("FJI"), "00000000-0000-4000-8000-000000000000");
        assertEquals(404, other.statusCode());
        assertEquals(unknown.<String>path("detail"), other.path("detail"));
        releases.submitter("AIA")
                .post("/api/v1/submissions/" + pending + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void anInvalidSubmissionHasNone() {
        Response refused = releases.submitter("AIA")
                .contentType("text/csv")
                .body(FILE + "AIA,NONSENSE,_T,_T,2004,200,\n")
                .post("/api/v1/submissions?dataflow=PERSONS");
        assertEquals(422, refused.statusCode());
        String location = refused.header("Location");
        Response reply = releases.submitter("AIA").get(location + "/withheld");
        assertEquals(409, reply.statusCode());
        assertTrue(reply.<String>path("detail").contains("invalid"));
    }
}
