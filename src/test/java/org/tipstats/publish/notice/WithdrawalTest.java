package org.tipstats.publish.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.read.ReleaseHistory;

/** A withdrawal needs two publishers and leaves only the reason. */
@QuarkusTest
class WithdrawalTest extends NoticeCase {

    private static final String REASON = "A figure could identify a person.";

    private static String other;

    @Inject
    ReleaseHistory history;

    @BeforeEach
    void addPublisher() {
        if (other == null) {
            other = accounts.another(Set.of(AccountRole.PUBLISHER)).token();
        }
    }

    private ValidatableResponse confirm(String token, String id) {
        return SignedIn.as(token)
                .post(RELEASES + id + "/withdrawal/confirmation")
                .then();
    }

    private void withdraw(String id) {
        post(accounts.publisher(), id + "/withdrawal", Map.of("reason", REASON)).statusCode(200);
        confirm(other, id).statusCode(200);
    }

    @Test
    void aWithdrawalNeedsAnotherPublisher() {
        String id = publish();
        Map<String, String> reason = Map.of("reason", REASON);
        post(accounts.reviewer(), id + "/withdrawal", reason).statusCode(403);
        post(accounts.publisher(), "unknown/withdrawal", reason).statusCode(404);
        post(accounts.publisher(), id + "/withdrawal", Map.of("reason", " ")).statusCode(400);
        confirm(other, id).statusCode(409);
        post(accounts.publisher(), id + "/withdrawal", reason)
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("withdrawal.reason", equalTo(REASON))
                .body("withdrawal.withdrawnAt", equalTo(null));
        post(other, id + "/withdrawal", reason).statusCode(409);
        confirm(accounts.publisher(), id).statusCode(403);
        given().get(RELEASES + id).then().statusCode(200).body("", not(hasKey("withdrawal")));

        SignedIn.as(other).delete(RELEASES + id + "/withdrawal").then().statusCode(204);
        confirm(other, id).statusCode(409);
        SignedIn.as(other).delete(RELEASES + id + "/withdrawal").then().statusCode(409);
        given().get(RELEASES + id).then().statusCode(200);
    }

    @Test
    void aWithdrawnReleaseIsGoneAndTheOneBeforeIsTheLatest() {
        String before = publish();
        releases.accept(
                "VICTIMS", "AUT", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2002,90\n");
        String id = publish();
        Instant shown = Instant.parse(given().get(RELEASES + id).path("publishedAt"));
        String hash = given().get(RELEASES + id).path("contentHash");
        String query = given().contentType(ContentType.JSON)
                .body(Map.of("dataflow", "VICTIMS", "release", id, "REF_AREA", "AUT"))
                .post("/api/v1/queries")
                .path("id");
        given().get("/api/v1/queries/" + query + "/data").then().statusCode(200);
        given().get("/en/search?q=" + id).then().body(containsString("/en/releases/" + id));
        given().get("/api/v1/data/VICTIMS?release=" + id)
                .then()
                .header("Cache-Control", "public, max-age=600, must-revalidate");
        erratum(accounts.publisher(), id, Map.of("en", "Secret of " + id)).statusCode(200);

        post(accounts.publisher(), id + "/withdrawal", Map.of("reason", REASON)).statusCode(200);
        confirm(other, id).statusCode(200).body("status", equalTo("WITHDRAWN"));

        given().get(RELEASES + id)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/gone"))
                .body("reason", equalTo(REASON))
                .body("contentHash", equalTo(hash))
                .body("datasets.dataflow", hasItem("VICTIMS"));
        for (String address : List.of(
                RELEASES + id + "/changes",
                RELEASES + id + "/bundle.zip",
                RELEASES + id + "/citation",
                "/api/v1/data/VICTIMS?release=" + id,
                "/api/v1/data/VICTIMS?asOf=" + shown,
                "/api/v1/data/VICTIMS/codes?release=" + id,
                "/api/v1/series/VICTIMS?release=" + id,
                "/api/v1/coverage?release=" + id,
                "/api/v1/queries/" + query + "/data",
                "/sdmx/v2/data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?asOf=" + shown,
                "/sdmx/v1/data/VICTIMS?updatedAfter=" + shown,
                "/sdmx/v2/data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?includeHistory=true&updatedAfter=" + shown,
                RELEASES + before + "/changes?since=" + id,
                "/en/releases/" + before + "/changes?since=" + id,
                "/en/releases/" + id,
                "/en/releases/" + id + "/changes",
                "/en/reports/" + id,
                "/en/reports/" + id + "/report.pdf",
                "/en/areas/AUT/brief?release=" + id,
                "/en/topics/who-reports/brief.pdf?area=AUT&release=" + id,
                "/en" + DATA + "&release=" + id)) {
            Response gone = given().get(address);
            assertEquals(410, gone.statusCode(), address);
            assertTrue(gone.asString().contains(REASON), address);
        }
        SignedIn.as(accounts.reviewer())
                .get("/api/v1/data/VICTIMS?release=" + id)
                .then()
                .statusCode(410);
        SignedIn.as(accounts.reviewer()).get(RELEASES + id).then().body("status", equalTo("WITHDRAWN"));
        given().get("/api/v1/data/VICTIMS").then().body("release", equalTo(before));
        given().get(RELEASES)
                .then()
                .body("items.find { it.id == '" + id + "' }.status", equalTo("WITHDRAWN"))
                .body("items.find { it.id == '" + id + "' }.withdrawal.reason", equalTo(REASON));
        for (String page : List.of("/en/releases", "/en/calendar", "/api/v1/feed.atom")) {
            given().get(page).then().body(containsString(REASON)).body(not(containsString("Secret of " + id)));
        }
        given().get("/en/").then().body(containsString(before)).body(not(containsString(id)));
        given().get("/en/search?q=" + id).then().body(not(containsString("/en/releases/" + id)));
        erratum(accounts.publisher(), id, Map.of("en", "x")).statusCode(410);
        post(accounts.publisher(), id + "/withdrawal", Map.of("reason", REASON)).statusCode(409);
        SignedIn.as(accounts.publisher()).delete(RELEASES + id).then().statusCode(409);
        assertTrue(history.hashes().contains(hash), "what was once shown stays known to the audit");

        String after = publish();
        given().get(RELEASES + after + "/changes").then().statusCode(200);
        given().get("/api/v1/data/VICTIMS").then().body("release", equalTo(after));
    }

    @Test
    void aFrameOfAnotherWebsiteShowsWhyTheReleaseWasWithdrawn() {
        String id = publish();
        String choice = "?REF_AREA=AUT&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=*&release=" + id;
        withdraw(id);

        given().urlEncodingEnabled(false)
                .cookie("tipstats-theme", "dark")
                .get("/en/data/VICTIMS/embed" + choice)
                .then()
                .statusCode(410)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("X-Frame-Options", equalTo(null))
                .header("Set-Cookie", equalTo(null))
                .header("Cache-Control", "no-store")
                .body(containsString(REASON))
                .body(not(containsString("data-theme=\"dark\"")))
                .body(not(containsString("<nav")));
        for (String page : List.of("/en/data/NOTHING/embed", "/en/data/VICTIMS")) {
            given().urlEncodingEnabled(false)
                    .get(page + choice)
                    .then()
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
    }

    @Test
    void withoutAReleaseThePagesSaySo() {
        publish();
        List<String> all = given().get(RELEASES + "?limit=1000").path("items.findAll { it.status == 'PUBLISHED' }.id");
        all.forEach(this::withdraw);

        given().get("/q/health/ready").then().statusCode(200);
        given().get("/api/v1/data/VICTIMS").then().statusCode(404);
        for (String page :
                List.of("/", "/releases", "/areas/AUT", "/coverage", "/calendar", "/reports", "/search?q=x")) {
            given().get("/en" + page).then().statusCode(200);
        }
        given().get("/api/v1/feed.atom").then().statusCode(200).body(containsString("Withdrawn:"));
        given().get("/api/v1/catalogue.jsonld").then().statusCode(200);
    }

    @Test
    void twoPublishersWithdrawAReleaseAtTheDesk() {
        String id = publish();
        String path = "/en/desk/releases/" + id;
        SiteSession one = SiteSession.open(accounts.publisher());

        one.form()
                .formParam("reason", REASON)
                .formParam("typed", "x")
                .post(path + "/notices/withdrawal")
                .then()
                .statusCode(422)
                .body(containsString("Type " + id));
        one.form()
                .formParam("reason", REASON)
                .formParam("typed", id)
                .post(path + "/notices/withdrawal")
                .then()
                .statusCode(303);
        assertTrue(one.page(path + "/notices").contains("another publisher must confirm it"));
        assertTrue(one.page("/en/desk").contains("Withdrawal requested"));

        SiteSession two = SiteSession.open(other);
        String page = two.page(path + "/notices");
        String requested = page.replaceAll("(?s).*name=\"requested\" value=\"([^\"]+)\".*", "$1");
        String confirmation = path + "/notices/withdrawal/confirmation";
        two.form()
                .formParam("typed", id)
                .formParam("requested", "earlier")
                .post(confirmation)
                .then()
                .statusCode(412);
        two.form()
                .formParam("typed", id)
                .formParam("requested", requested)
                .post(confirmation)
                .then()
                .statusCode(303);
        assertTrue(two.page(path).contains("Withdrawn on"));
        assertTrue(two.page(path + "/notices").contains("Confirmed by"));
        assertTrue(two.page("/en/desk/releases").contains(id));
        given().get("/en/releases/" + id).then().statusCode(410).body(containsString(REASON));
    }
}
