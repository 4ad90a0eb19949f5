package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.publish.release.TestReleases.isProblem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;

/** Who sees drafts, their checks and the names of those who made and published releases. */
@QuarkusTest
class ReleaseReadersTest {

    private static final String RELEASES = "/api/v1/releases";

    private static boolean accepted;

    @Inject
    TestReleases releases;

    @BeforeEach
    void acceptOne() {
        if (!accepted) {
            releases.acceptOne();
            accepted = true;
        }
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
}
