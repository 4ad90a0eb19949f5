package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.AwaitedAnswer;

/** Authorised staff see the reason for which a figure is withheld. A draft can be made as a job. */
@QuarkusTest
class ReleaseWithheldTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final int ATTEMPTS = 10;
    private static final String FILE = "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    TestReleases releases;

    @Inject
    Database database;

    private Response withheld(RequestSpecification by, String release) {
        return by.get(RELEASES + "/" + release + "/withheld?dataflow=OFFENCES&limit=10000");
    }

    @Test
    void reviewersAndPublishersSeeTheFigureAndTheReason() {
        releases.accept("OFFENCES", "KIR", FILE + "KIR,0204,2003,400\nKIR,02041,2003,2\n");
        releases.publish("withheld-1");
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)) {
            withheld(releases.as(role), "withheld-1")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("ETag", equalTo(null))
                    .body(
                            "items.findAll { it.key.REF_AREA == 'KIR' && it.key.OFFENCE == '02041' && it.key.UNIT_MEASURE == 'NUMBER' }.value",
                            contains(2))
                    .body(
                            "items.findAll { it.key.REF_AREA == 'KIR' && it.key.OFFENCE == '02041' && it.key.UNIT_MEASURE == 'NUMBER' }.reason",
                            contains("small"))
                    .body("items.dataflow.unique()", contains("OFFENCES"));
        }
        releases.as(AccountRole.REVIEWER)
                .get(RELEASES + "/withheld-1/withheld?dataflow=OFFENSES")
                .then()
                .statusCode(400)
                .body("errors[0].suggestions", hasItem("OFFENCES"));
        assertEquals(
                404, withheld(releases.as(AccountRole.REVIEWER), "unknown-1").statusCode());
        for (Supplier<RequestSpecification> outsider : releases.outsiders()) {
            int status = withheld(outsider.get(), "withheld-1").statusCode();
            assertEquals(status, withheld(outsider.get(), "unknown-1").statusCode());
            assertEquals(true, status == 401 || status == 403, "status " + status);
        }
    }

    @Test
    void itCoversTheReleasesOfBefore() {
        releases.accept("OFFENCES", "TUV", FILE + "TUV,0204,2003,400\nTUV,02041,2003,4\n");
        releases.draft("withheld-2", null);
        database.update("delete from release_unpublished where release_id = ?", "withheld-2");
        Response reply = withheld(releases.as(AccountRole.REVIEWER), "withheld-2");
        reply.then()
                .statusCode(200)
                .body(
                        "items.findAll { it.key.REF_AREA == 'TUV' && it.key.OFFENCE == '02041' && it.key.UNIT_MEASURE == 'NUMBER' }.value",
                        contains(4))
                .body("items.reason.unique()", equalTo(Collections.singletonList(null)));
        releases.as(AccountRole.REVIEWER)
                .delete(RELEASES + "/withheld-2")
                .then()
                .statusCode(204);
    }

    private Response draftAsJob(String id, String prefer) {
        return releases.as(AccountRole.REVIEWER)
                .contentType("application/json")
                .header("Prefer", prefer)
                .body(Map.of("id", id, "title", "As a job"))
                .post(RELEASES);
    }

    private Response patientDraft(String id) {
        Response reply = draftAsJob(id, "respond-async, wait=20");
        assertEquals("respond-async", reply.header("Preference-Applied"));
        return AwaitedAnswer.of(reply, () -> releases.as(AccountRole.REVIEWER));
    }

    private Response patientPublication(String id) {
        Response reply = releases.as(AccountRole.PUBLISHER)
                .header("Prefer", "respond-async, wait=20")
                .post(RELEASES + "/" + id + "/publication");
        assertEquals("respond-async", reply.header("Preference-Applied"));
        return AwaitedAnswer.of(reply, () -> releases.as(AccountRole.PUBLISHER));
    }

    @Test
    void aDraftCanBeAJob() {
        patientDraft("job-1")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/releases/job-1"))
                .body("id", equalTo("job-1"))
                .body("status", equalTo("DRAFT"));
        releases.as(AccountRole.PUBLISHER).get(RELEASES + "/job-1").then().body("createdBy", equalTo("reviewer"));
        patientDraft("job-1").then().statusCode(409).contentType("application/problem+json");
        AwaitedAnswer.of(draftAsJob("?", "respond-async, wait=15"), () -> releases.as(AccountRole.REVIEWER))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/id"));
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/job-1").then().statusCode(204);
    }

    /** The service waits for 15 seconds at most. A machine may be slower than that once, but not each time. */
    @Test
    void aDraftThatEndsWithinTheWaitIsTheReplyItself() {
        boolean isReply = false;
        for (int i = 0; i < ATTEMPTS && !isReply; i++) {
            Response reply = draftAsJob("job-4", "respond-async, wait=15");
            isReply = reply.statusCode() == 201;
            AwaitedAnswer.of(reply, () -> releases.as(AccountRole.REVIEWER))
                    .then()
                    .body("id", equalTo("job-4"));
            releases.as(AccountRole.REVIEWER).delete(RELEASES + "/job-4").then().statusCode(204);
        }
        assertTrue(isReply, "no reply within the wait");
    }

    @Test
    void aPublicationCanBeAJob() {
        releases.accept("OFFENCES", "COK", FILE + "COK,0204,2008,500\n");
        releases.draft("job-3", null);
        patientPublication("job-3")
                .then()
                .statusCode(200)
                .body("id", equalTo("job-3"))
                .body("status", equalTo("PUBLISHED"));
        patientPublication("job-3").then().statusCode(409);
    }

    @Test
    void aJobThatIsNotDoneYetSaysWhereItIs() {
        Response started = draftAsJob("job-2", "respond-async, wait=0");
        if (started.statusCode() == 202) {
            String job = started.header("Location");
            started.then().body("kind", equalTo("release"));
            assertEquals(404, given().get(job).statusCode());
            Response result = AwaitedAnswer.of(started, () -> releases.as(AccountRole.REVIEWER));
            assertEquals(201, result.statusCode(), result.asString());
            result.then().body("id", equalTo("job-2"));
        }
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/job-2").then().statusCode(204);
    }
}
