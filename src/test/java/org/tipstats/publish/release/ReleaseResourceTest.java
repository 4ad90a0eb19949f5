package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.publish.release.TestReleases.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases;

/** From a draft to a release: who publishes it, which steps are final, and the list of releases. */
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
    void anUnknownReleaseIsNotFound() {
        isProblem(releases.as(AccountRole.REVIEWER).get(RELEASES + "/unknown-1/checks"), 404, "not-found");
        isProblem(releases.as(AccountRole.REVIEWER).delete(RELEASES + "/unknown-1"), 404, "not-found");
        isProblem(releases.as(AccountRole.PUBLISHER).post(RELEASES + "/unknown-1/publication"), 404, "not-found");
    }

    @Test
    void anotherPublisherThanTheOneWhoMadeTheDraftPublishesIt() {
        releases.publish("before-four-eyes");
        releases.as(AccountRole.PUBLISHER)
                .contentType("application/json")
                .body("{\"id\": \"four-eyes\", \"title\": \"x\"}")
                .post(RELEASES)
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
