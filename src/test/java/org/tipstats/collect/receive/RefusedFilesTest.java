package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.retention.RetentionService;
import org.tipstats.publish.release.TestReleases;

/** What stays of a refused submission after its time, and what is never deleted. */
@QuarkusTest
class RefusedFilesTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    TestReleases releases;

    @Inject
    RetentionService retention;

    @Inject
    Database database;

    private void age(String id, String by) {
        database.update(
                "update submission set received_at = received_at - cast(? as interval) where id::text = ?", by, id);
        database.update(
                "update submission_event set at = at - cast(? as interval) where submission_id::text = ?", by, id);
    }

    private long rows(String table, String id) {
        return database.number("select count(*) from " + table + " where submission_id::text = ?", id);
    }

    private Map<String, Object> receipt(String token, String id) {
        Map<String, Object> receipt = new HashMap<>(Desk.get(token, Desk.path(id, "receipt"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap(""));
        receipt.remove("issuedAt");
        return receipt;
    }

    private String returned(String area, String row) {
        String id = Desk.submitted(people.submitter(area), Desk.file(area, row));
        Desk.post(people.reviewer(), id, "return", "{\"reason\": \"Not these figures.\"}")
                .statusCode(200);
        return id;
    }

    @Test
    void theFileGoesAndTheRecordStays() {
        String area = desk.area();
        String sender = people.submitter(area);
        String id = returned(area, "F,_T,_T,2016,+4711");
        Map<String, Object> counts =
                Desk.submission(sender, id).extract().jsonPath().getMap("counts");
        age(id, "91 days");
        Map<String, Object> before = receipt(sender, id);
        retention.apply();

        for (String part : List.of("file", "mapped", "impact", "report?format=csv")) {
            Desk.get(sender, Desk.path(id, part))
                    .statusCode(410)
                    .body("type", equalTo("/problems/file-deleted"))
                    .body("detail", containsString(id));
        }
        for (String table : List.of("submission_file", "submission_findings", "submitted_value")) {
            assertEquals(0, rows(table, id), table);
        }
        String report = Desk.get(sender, Desk.path(id, "report"))
                .statusCode(200)
                .body("findings", empty())
                .body("next", nullValue())
                .body("counts", equalTo(counts))
                .extract()
                .asString();
        assertFalse(report.contains("4711"), report);
        assertEquals(before, receipt(sender, id));
        Desk.submission(sender, id)
                .body("status", equalTo("RETURNED"))
                .body("fileDeletedAt", notNullValue())
                .body("counts", equalTo(counts))
                .body("statusHistory[1].comment", equalTo("Not these figures."));
        String page = SiteSession.open(sender).page("/en/desk/submissions/" + id);
        assertTrue(page.contains("The file was deleted on "), page);
        assertFalse(page.contains(id + "/report"), "no link to the report");
        SiteSession.open(sender)
                .get("/en/desk/submissions/" + id + "/report")
                .statusCode(410)
                .body(containsString("The file was deleted"));
        String review = SiteSession.open(people.reviewer()).page("/en/desk/review/" + id);
        assertTrue(review.contains("The file was deleted on ") && !review.contains(id + "/file"), review);
    }

    @Test
    void theLogHasWhatWasDeleted() {
        retention.apply(); // what other tests left
        String id = returned(desk.area(), "F,_T,_T,2015,12");
        age(id, "91 days");
        retention.apply();
        Response log = SignedIn.as(people.administrator()).get("/api/v1/audit?action=retention-applied&limit=1");
        log.then()
                .body("items[0].actor", equalTo("system"))
                .body("items[0].subject", equalTo("retention/refused-files"))
                .body("items[0].detail.count", equalTo(1))
                .body("items[0].detail.subjects", equalTo(List.of("submissions/" + id)));
        long entries = database.number("select count(*) from audit_entry where action = 'retention-applied'");
        retention.apply();
        assertEquals(
                entries,
                database.number("select count(*) from audit_entry where action = 'retention-applied'"),
                "nothing was left to delete");
    }

    @Test
    void whatWasAcceptedOrWaitsOrIsYoungKeepsItsFile() {
        String area = desk.area();
        String accepted = desk.accepted(area, "F,_T,_T,2016,40");
        String waiting = Desk.submitted(people.submitter(area), Desk.file(area, "F,_T,_T,2015,41"));
        String young = returned(area, "F,_T,_T,2014,42");
        List.of(accepted, waiting).forEach(id -> age(id, "4000 days"));
        age(young, "89 days");
        retention.apply();
        for (String id : List.of(accepted, waiting, young)) {
            Desk.get(people.submitter(area), Desk.path(id, "file")).statusCode(200);
            assertNotEquals(0, rows("submitted_value", id));
        }
    }

    @Test
    void anInvalidFileThatIsSentAgainAfterItsTimeIsCheckedAgain() {
        String area = desk.area();
        String file = Desk.file(area, "W,_T,_T,2016,12");
        String first = Desk.submit(people.submitter(area), file).header("Location");
        age(first.substring(first.lastIndexOf('/') + 1), "91 days");
        retention.apply();
        Desk.get(people.submitter(area), first + "/file").statusCode(410);
        Response again = Desk.submit(people.submitter(area), file);
        again.then().statusCode(422).body("report.findings.size()", equalTo(1));
        assertNotEquals(first, again.header("Location"));
    }

    @Test
    void aDraftThatNobodyPublishedIsDeletedAndAPublishedReleaseNever() {
        releases.acceptOne();
        releases.publish("kept-1");
        releases.draft("kept-2", null);
        releases.draft("kept-3", null);
        database.update("update release set created_at = created_at - interval '731 days' where id = 'kept-2'");
        retention.apply();
        String reviewer = people.reviewer();
        SignedIn.as(reviewer).get("/api/v1/releases/kept-1").then().statusCode(200);
        SignedIn.as(reviewer).get("/api/v1/releases/kept-2").then().statusCode(404);
        SignedIn.as(reviewer).get("/api/v1/releases/kept-3").then().statusCode(200);
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?subject=releases/kept-2&action=release-dropped")
                .then()
                .body("items[0].actor", equalTo("system"))
                .body("items[0].fromHash", notNullValue());
    }

    @Test
    void thePageShowsWhatGoesNext() {
        String id = returned(desk.area(), "F,_T,_T,2013,12");
        String page = SiteSession.open(people.administrator()).page("/en/desk/admin/retention");
        for (String text : Set.of("Files of refused submissions", "90 days", "730 days", "1 hour", "24 hours")) {
            assertTrue(page.contains(text), text);
        }
        assertEquals(
                0,
                database.number(
                        "select count(*) from submission where id::text = ? and file_deleted_at is not null", id));
    }
}
