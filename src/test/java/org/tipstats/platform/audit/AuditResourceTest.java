package org.tipstats.platform.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.TestAccounts;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

@QuarkusTest
class AuditResourceTest {

    private static final String AUDIT = "/api/v1/audit";

    @Inject
    AuditRecorder recorder;

    @Inject
    TestAccounts accounts;

    private String admin;
    private String subject;

    @BeforeEach
    void recordFiveEntries() {
        admin = accounts.token(AccountRole.ADMINISTRATOR);
        subject = "tests/" + UUID.randomUUID();
        for (int i = 1; i <= 5; i++) {
            AuditEvent event = AuditEvent.by("actor-" + i, "Ann", "tested-" + i % 2, subject)
                    .hashes(null, "c".repeat(64))
                    .detail("number", i);
            QuarkusTransaction.requiringNew().run(() -> recorder.record(event));
        }
    }

    private ExtractableResponse<Response> get(String path) {
        return TestAccounts.as(admin)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract();
    }

    @Test
    void theNewestComesFirstWithAllThatIsKnown() {
        TestAccounts.as(admin)
                .get(AUDIT + "?subject=" + subject)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(5))
                .body("next", nullValue())
                .body("items[0].actor", equalTo("actor-5"))
                .body("items[0].actorName", equalTo("Ann"))
                .body("items[0].action", equalTo("tested-1"))
                .body("items[0].detail.number", equalTo(5))
                .body("items[0].fromHash", nullValue())
                .body("items[0].toHash", equalTo("c".repeat(64)))
                .body("items[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("items[0].prevHash", matchesPattern("[0-9a-f]{64}"))
                .body("items.seq", everyItem(greaterThan(0)));
    }

    @Test
    void filtersNarrowTheList() {
        assertEquals(
                3,
                get(AUDIT + "?subject=" + subject + "&action=tested-1")
                        .jsonPath()
                        .getList("items")
                        .size());
        assertEquals(
                1,
                get(AUDIT + "?subject=" + subject + "&actor=actor-2")
                        .jsonPath()
                        .getList("items")
                        .size());
        assertEquals(
                0, get(AUDIT + "?subject=nothing").jsonPath().getList("items").size());
    }

    @Test
    void anInstantThatTheDatabaseCannotReadIsRefused() {
        for (String instant : new String[] {"%2B300000-01-01T00:00:00Z", "-300000-01-01T00:00:00Z"}) {
            TestAccounts.as(admin)
                    .urlEncodingEnabled(false)
                    .get(AUDIT + "?from=" + instant)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void followingNextReadsTheWholeListOnce() {
        List<Integer> numbers = new ArrayList<>();
        String next = AUDIT + "?limit=2&subject=" + subject;
        while (next != null) {
            ExtractableResponse<Response> page = get(next);
            numbers.addAll(page.jsonPath().getList("items.detail.number"));
            next = page.jsonPath().getString("next");
            assertEquals(next == null ? null : "<" + next + ">; rel=\"next\"", page.header("Link"));
        }
        assertEquals(List.of(5, 4, 3, 2, 1), numbers);
    }

    @Test
    void theChainIsVerifiedUpToANotedHead() {
        ExtractableResponse<Response> found = get(AUDIT + "/verification");
        assertEquals(true, found.jsonPath().getBoolean("intact"));
        String known = "?seq=" + found.jsonPath().getLong("head.seq") + "&hash=";
        assertEquals(
                true,
                get(AUDIT + "/verification" + known + found.jsonPath().getString("head.hash"))
                        .jsonPath()
                        .getBoolean("intact"));
        assertEquals(
                false,
                get(AUDIT + "/verification" + known + "0".repeat(64)).jsonPath().getBoolean("intact"));
    }

    @Test
    void aHeadNeedsBothItsParts() {
        for (String wrong : new String[] {"?seq=1", "?hash=" + "0".repeat(64), "?seq=x&hash=" + "0".repeat(64)}) {
            TestAccounts.as(admin).get(AUDIT + "/verification" + wrong).then().statusCode(400);
        }
    }

    @Test
    void wrongParametersAreRefused() {
        for (String wrong : new String[] {"?limit=0", "?limit=x", "?cursor=%C3", "?cursor=eA", "?subjct=x"}) {
            TestAccounts.as(admin)
                    .urlEncodingEnabled(false)
                    .get(AUDIT + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-parameter"));
        }
    }

    @Test
    void onlyAnAdministratorReadsTheLog() {
        for (String path : new String[] {AUDIT, AUDIT + "/verification"}) {
            given().get(path).then().statusCode(401);
            accounts.as(AccountRole.SUBMITTER, "AUT").get(path).then().statusCode(403);
            accounts.as(AccountRole.REVIEWER).get(path).then().statusCode(403);
            accounts.as(AccountRole.PUBLISHER).get(path).then().statusCode(403);
        }
    }

    @Test
    void theLogCannotBeWrittenOverHttp() {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            TestAccounts.as(admin).request(method, AUDIT).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        }
    }
}
