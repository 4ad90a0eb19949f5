package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.tipstats.publish.release.TestReleases.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;

/** Requests for drafts: who may make one, and what a request must say. */
@QuarkusTest
class DraftRequestTest {

    private static final String RELEASES = "/api/v1/releases";

    @Inject
    TestReleases releases;

    private Response post(RequestSpecification by, String json) {
        return by.contentType("application/json").body(json).post(RELEASES);
    }

    @Test
    void aDraftIsCreatedWithItsAddress() {
        post(
                        releases.as(AccountRole.REVIEWER),
                        "{\"id\": \"drafted-1\", \"title\": \"Drafted\", \"notes\": \"Why\", \"embargoUntil\": null}")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/releases/drafted-1"))
                .header("Cache-Control", "no-store")
                .body("id", equalTo("drafted-1"))
                .body("title", equalTo("Drafted"))
                .body("notes", equalTo("Why"))
                .body("status", equalTo("DRAFT"))
                .body("createdBy", equalTo("reviewer"))
                .body("createdAt", matchesPattern("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
                .body("", hasKey("embargoUntil"))
                .body("embargoUntil", nullValue())
                .body("", hasKey("publishedAt"))
                .body("publishedAt", nullValue())
                .body("contentHash", matchesPattern("[0-9a-f]{64}"));
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/drafted-1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("title", equalTo("Drafted"))
                .body("status", equalTo("DRAFT"));
    }

    @Test
    void aDraftNeedsNothingButIdAndTitle() {
        post(releases.as(AccountRole.PUBLISHER), "{\"id\": \"A.b_c-1\", \"title\": \"x\"}")
                .then()
                .statusCode(201)
                .body("createdBy", equalTo("publisher"));
    }

    @Test
    void reviewersAndPublishersAloneMakeDrafts() {
        String body = "{\"id\": \"not-made\", \"title\": \"x\"}";
        isProblem(post(given(), body), 401, "unauthenticated");
        isProblem(post(releases.submitter("FJI"), body), 403, "forbidden");
        isProblem(post(releases.as(AccountRole.ADMINISTRATOR), body), 403, "forbidden");
        releases.as(AccountRole.REVIEWER).get(RELEASES + "/not-made").then().statusCode(404);
    }

    @Test
    void anIdThatIsTakenIsAConflictAndChangesNothing() {
        releases.draft("taken-1", null);
        isProblem(
                        post(releases.as(AccountRole.PUBLISHER), "{\"id\": \"taken-1\", \"title\": \"Another\"}"),
                        409,
                        "conflict")
                .body("detail", containsString("taken-1"));
        releases.as(AccountRole.REVIEWER)
                .get(RELEASES + "/taken-1")
                .then()
                .body("title", equalTo("Release taken-1"))
                .body("createdBy", equalTo("reviewer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "-a", ".a", "a/b", "a b", "ä", "a\u0001", "latest", "main", "65"})
    void whatIsNoIdIsRefused(String id) {
        String sent = id.equals("65") ? "x".repeat(65) : id.replace("\u0001", "\\u0001");
        isProblem(
                        post(releases.as(AccountRole.REVIEWER), "{\"id\": \"" + sent + "\", \"title\": \"x\"}"),
                        400,
                        "invalid-body")
                .body("errors.pointer", contains("/id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"x\"} | /id",
                "{\"id\": \"faulty-1\"} | /title",
                "{\"id\": \"faulty-1\", \"title\": \" \"} | /title",
                "{\"id\": \"faulty-1\", \"title\": 7} | /title",
                "{\"id\": \"faulty-1\", \"title\": \"x\\u0000y\"} | /title",
                "{\"id\": \"faulty-1\", \"title\": \"x\\ud800\"} | /title",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"notes\": \"\\u0000\"} | /notes",
                "{\"id\": \"faulty-1\", \"title\": {\"en\": \"x\\u0000\"}} | /title/en",
                "{\"id\": \"faulty-1\", \"title\": {\"de\": \"x\"}} | /title/de",
                "{\"id\": \"faulty-1\", \"title\": {\"en\": [\"x\"]}} | /title/en",
                "{\"id\": \"faulty-1\", \"title\": [\"x\"]} | /title",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"language\": \"de\"} | /language",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"status\": \"PUBLISHED\"} | /status",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"embargoUntil\": \"2030-01-01\"} | /embargoUntil",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"embargoUntil\": \"-100000-01-01T00:00:00Z\"} | /embargoUntil",
                "{\"id\": \"faulty-1\", \"title\": \"x\", \"embargoUntil\": \"+1000000000-12-31T23:59:59Z\"} | /embargoUntil",
            })
    void aFaultOfTheBodyIsNamedByItsPlace(String body, String pointer) {
        isProblem(post(releases.as(AccountRole.REVIEWER), body), 400, "invalid-body")
                .body("errors.pointer", contains(pointer));
        releases.as(AccountRole.REVIEWER).get(RELEASES + "/faulty-1").then().statusCode(404);
    }

    @Test
    void allFaultsOfTheBodyAreToldAtOnce() {
        String title = "x".repeat(301);
        isProblem(
                        post(releases.as(AccountRole.REVIEWER), "{\"id\": \"?\", \"title\": \"" + title + "\"}"),
                        400,
                        "invalid-body")
                .body("errors.pointer", contains("/id", "/title"));
        isProblem(post(releases.as(AccountRole.REVIEWER), "null"), 400, "invalid-body");
        isProblem(post(releases.as(AccountRole.REVIEWER), ""), 400, "invalid-body");
    }

    @Test
    void anEmbargoIsKeptInMicrosecondsAndNeverEndsEarlier() {
        String body =
                "{\"id\": \"fine-1\", \"title\": \"x\", \"embargoUntil\": \"2101-01-01T01:00:00.123456001+01:00\"}";
        String kept = "2101-01-01T00:00:00.123457Z";
        post(releases.as(AccountRole.REVIEWER), body).then().statusCode(201).body("embargoUntil", equalTo(kept));
        releases.as(AccountRole.REVIEWER).get(RELEASES + "/fine-1").then().body("embargoUntil", equalTo(kept));
    }
}
