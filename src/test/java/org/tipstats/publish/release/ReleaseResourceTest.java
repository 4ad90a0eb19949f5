package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases;

/** Drafts: who sees and publishes them, and which steps are final. */
@QuarkusTest
class ReleaseResourceTest {

    private static final String RELEASES = "/api/v1/releases";

    private static boolean accepted;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @Inject
    Database database;

    @Inject
    PublishedReleases published;

    @BeforeEach
    void acceptOne() {
        if (!accepted) {
            releases.acceptOne();
            accepted = true;
        }
    }

    private Response post(RequestSpecification by, String json) {
        return by.contentType("application/json").body(json).post(RELEASES);
    }

    private static ValidatableResponse isProblem(Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
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
    void aReleaseFromBeforeKeepsItsEnglishTitle() {
        releases.draft("older-1", null);
        database.update("update release set titles = null, notes_in = null where id = 'older-1'");

        assertEquals(
                Map.of("en", "Release older-1"),
                published.find("older-1", true).orElseThrow().titles().texts());
        releases.as(AccountRole.REVIEWER)
                .get(RELEASES + "/older-1")
                .then()
                .body("title", equalTo("Release older-1"))
                .body("titleIn", equalTo(Map.of("en", "Release older-1")));
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
    @ValueSource(strings = {"", " a", "-a", ".a", "a/b", "a b", "ä", "a\u0001", "latest", "65"})
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

    @Test
    void aDraftIsAsGoodAsUnknownToThoseWhoMustNotSeeIt() {
        releases.draft("hidden-1", null);
        for (Supplier<RequestSpecification> reader : releases.outsiders()) {
            for (String path : List.of("", "/changes", "/changes?since=hidden-1")) {
                Response hidden = reader.get().get(RELEASES + "/hidden-1" + path);
                Response unknown = reader.get().get(RELEASES + "/unknown-1" + path);
                isProblem(hidden, 404, "not-found");
                assertEquals(withoutId(unknown), withoutId(hidden));
            }
            reader.get()
                    .get(RELEASES + "?limit=10000")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem("hidden-1")));
        }
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)) {
            releases.as(role).get(RELEASES + "/hidden-1").then().statusCode(200);
            releases.as(role).get(RELEASES + "/hidden-1/checks").then().statusCode(200);
            releases.as(role).get(RELEASES + "/hidden-1/changes").then().statusCode(200);
            releases.as(role).get(RELEASES + "?limit=10000").then().body("items.id", hasItem("hidden-1"));
        }
    }

    private static String withoutId(Response problem) {
        return problem.asString().replaceAll("[0-9a-f-]{36}", "");
    }

    @Test
    void aWrongSinceTellsNothingOfDrafts() {
        releases.publish("since-1");
        releases.draft("since-draft", null);
        Response hidden = given().get(RELEASES + "/since-1/changes?since=since-draft");
        Response unknown = given().get(RELEASES + "/since-1/changes?since=since-drafu");
        isProblem(hidden, 400, "invalid-parameter").body("errors[0].parameter", equalTo("since"));
        assertEquals(
                withoutId(unknown).replace("since-drafu", "?"),
                withoutId(hidden).replace("since-draft", "?"));
    }

    @Test
    void theRoleIsCheckedBeforeTheRelease() {
        releases.draft("roles-1", null);
        for (String id : List.of("unknown-1", "roles-1")) {
            for (Supplier<RequestSpecification> by : releases.outsiders().subList(1, 3)) {
                isProblem(by.get().get(RELEASES + "/" + id + "/checks"), 403, "forbidden");
                isProblem(by.get().delete(RELEASES + "/" + id), 403, "forbidden");
                isProblem(by.get().post(RELEASES + "/" + id + "/publication"), 403, "forbidden");
            }
            isProblem(given().get(RELEASES + "/" + id + "/checks"), 401, "unauthenticated");
            isProblem(given().delete(RELEASES + "/" + id), 401, "unauthenticated");
            isProblem(given().post(RELEASES + "/" + id + "/publication"), 401, "unauthenticated");
            isProblem(releases.as(AccountRole.REVIEWER).post(RELEASES + "/" + id + "/publication"), 403, "forbidden");
        }
    }

    @Test
    void anUnknownReleaseIsNotFound() {
        isProblem(releases.as(AccountRole.REVIEWER).get(RELEASES + "/unknown-1/checks"), 404, "not-found");
        isProblem(releases.as(AccountRole.REVIEWER).delete(RELEASES + "/unknown-1"), 404, "not-found");
        isProblem(releases.as(AccountRole.PUBLISHER).post(RELEASES + "/unknown-1/publication"), 404, "not-found");
    }

    @Test
    void anotherPublisherThanTheOneWhoMadeTheDraftPublishesIt() {
        releases.publish("before-four-eyes");
        post(releases.as(AccountRole.PUBLISHER), "{\"id\": \"four-eyes\", \"title\": \"x\"}")
                .then()
                .statusCode(201);
        isProblem(releases.as(AccountRole.PUBLISHER).post(RELEASES + "/four-eyes/publication"), 403, "forbidden");
        releases.as(AccountRole.REVIEWER).get(RELEASES + "/four-eyes").then().body("status", equalTo("DRAFT"));

        RequestSpecification other =
                SignedIn.as(accounts.another(Set.of(AccountRole.PUBLISHER)).token());
        Instant publishedAt = Instant.parse(other.post(RELEASES + "/four-eyes/publication")
                .then()
                .statusCode(200)
                .body("id", equalTo("four-eyes"))
                .body("status", equalTo("PUBLISHED"))
                .body("publishedBy", equalTo("publisher"))
                .extract()
                .path("publishedAt"));
        given().get(RELEASES + "/four-eyes")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", equalTo(publishedAt.toString()));
    }

    @Test
    void nothingIsPublishedTwice() {
        releases.publish("twice-1");
        String before = given().get(RELEASES + "/twice-1").asString();
        isProblem(releases.as(AccountRole.PUBLISHER).post(RELEASES + "/twice-1/publication"), 409, "conflict");
        assertEquals(before, given().get(RELEASES + "/twice-1").asString());
    }

    @Test
    void aPublicationTakesABodyThatSaysNothing() {
        releases.publish("before-body");
        releases.draft("with-body", null);
        releases.as(AccountRole.PUBLISHER)
                .contentType("application/json")
                .body("{}")
                .post(RELEASES + "/with-body/publication")
                .then()
                .statusCode(200);
    }

    @Test
    void aDroppedDraftIsGoneAndItsIdFree() {
        releases.draft("dropped-1", null);
        assertEquals(
                "",
                releases.as(AccountRole.PUBLISHER)
                        .delete(RELEASES + "/dropped-1")
                        .then()
                        .statusCode(204)
                        .extract()
                        .asString());
        isProblem(releases.as(AccountRole.REVIEWER).get(RELEASES + "/dropped-1"), 404, "not-found");
        releases.draft("dropped-1", null);
    }

    @Test
    void aPublishedReleaseCannotBeDropped() {
        releases.publish("final-1");
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)) {
            isProblem(releases.as(role).delete(RELEASES + "/final-1"), 409, "conflict");
        }
        given().get(RELEASES + "/final-1").then().statusCode(200);
    }

    @Test
    void staffAloneSeesWhoMadeAndPublishedARelease() {
        releases.publish("names-1");
        for (Supplier<RequestSpecification> reader : releases.outsiders().subList(0, 2)) {
            for (String path : List.of("/names-1", "?limit=1")) {
                String body = reader.get()
                        .get(RELEASES + path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                assertTrue(body.contains("names-1"), body);
                assertTrue(
                        !body.contains("createdBy") && !body.contains("publishedBy") && !body.contains("reviewer"),
                        body);
            }
        }
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            releases.as(role)
                    .get(RELEASES + "/names-1")
                    .then()
                    .body("createdBy", equalTo("reviewer"))
                    .body("publishedBy", equalTo("publisher"));
        }
    }

    @Test
    void theListHasTheNewestFirstAndGoesOnFromPageToPage() {
        releases.publish("by-age-1");
        releases.publish("by-age-2");
        List<String> whole = given().get(RELEASES + "?limit=10000").path("items.id");
        assertTrue(whole.indexOf("by-age-2") < whole.indexOf("by-age-1"), whole.toString());
        List<Object> pages = TestReleases.pages(RELEASES + "?limit=2", "items");
        assertEquals(
                whole, pages.stream().map(item -> ((Map<?, ?>) item).get("id")).toList());
        given().get(RELEASES + "?limit=1")
                .then()
                .header("Link", matchesPattern("</api/v1/releases\\?limit=1&cursor=[A-Za-z0-9_-]+>; rel=\"next\""))
                .body("next", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=10001",
                "?cursor=%25",
                "?cursor=LTE",
                "?cursor=NDI5NDk2NzI5NQ",
                "?sort=id",
                "?limit=1&limit=1"
            })
    void aListRefusesWhatItDoesNotKnow(String query) {
        isProblem(given().urlEncodingEnabled(false).get(RELEASES + query), 400, "invalid-parameter");
    }
}
