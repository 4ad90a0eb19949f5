package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;

/** The checks that block a publication, and those that only inform the publisher. */
@QuarkusTest
class ReleaseChecksTest {

    private static final String RELEASES = "/api/v1/releases";

    @Inject
    TestReleases releases;

    private ValidatableResponse checks(String release) {
        return releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/" + release + "/checks")
                .then()
                .statusCode(200)
                .body("release", equalTo(release));
    }

    private static String outcome(String check) {
        return "checks.find { it.id == '" + check + "' }.outcome";
    }

    private static String items(String check) {
        return "checks.find { it.id == '" + check + "' }.items";
    }

    @Test
    void everyCheckIsThereWithItsOutcome() {
        releases.accept("OFFENCES", "ASM", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nASM,0204,2001,40\n");
        releases.draft("checked-1", null);
        checks("checked-1")
                .body(
                        "checks.id - ['other-sources']",
                        contains(
                                "content",
                                "public-totals",
                                "protection",
                                "earlier-releases",
                                "withheld",
                                "value-lost",
                                "attribute-disclosure",
                                "comments",
                                "intruder-audit",
                                "protection-cost",
                                "regions",
                                "withheld-totals",
                                "protection-by-rank",
                                "protected-against",
                                "population",
                                "coverage",
                                "big-changes",
                                "newest-year",
                                "open-submissions",
                                "accepted-since"))
                .body(outcome("content"), equalTo("passed"))
                .body(outcome("accepted-since"), equalTo("passed"));
    }

    @Test
    void aTotalOfARegionThatIsTooSmallBlocksThePublication() {
        String header = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("VICTIMS_SUPPORT", "SLB", header + "SLB,_T,_T,2001,3\n");
        try {
            releases.draft("blocked-1", null);
            checks("blocked-1")
                    .body("publishable", equalTo(false))
                    .body(outcome("public-totals"), equalTo("blocking"))
                    .body(
                            items("public-totals") + ".key",
                            containsInAnyOrder("A.009._T._T.NUMBER.2001", "A.001._T._T.NUMBER.2001"));
            Response refused = releases.as(AccountRole.PUBLISHER).post(RELEASES + "/blocked-1/publication");
            refused.then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/conflict"))
                    .body("checks.id", contains("public-totals"))
                    .body("checks.outcome", contains("blocking"))
                    .body("checks[0].count", equalTo(2))
                    .body("checks[0].items.dataflow", contains("VICTIMS_SUPPORT", "VICTIMS_SUPPORT"));
            releases.as(AccountRole.REVIEWER)
                    .get(RELEASES + "/blocked-1")
                    .then()
                    .body("status", equalTo("DRAFT"));
            assertEquals(404, given().get(RELEASES + "/blocked-1").statusCode());
        } finally {
            releases.accept("VICTIMS_SUPPORT", "SLB", header + "SLB,_T,_T,2001,300\n");
        }
        releases.publish("unblocked-1");
        assertEquals(
                409,
                releases.as(AccountRole.PUBLISHER)
                        .post(RELEASES + "/blocked-1/publication")
                        .statusCode());
    }

    @Test
    void smallCountsOfAreasAndSubRegionsBlockNothing() {
        String header = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("VICTIMS_SUPPORT", "TON", header + "TON,_T,_T,2002,3\nTON,REFLECTION_PERIOD,_T,2002,2\n");
        releases.accept("VICTIMS_SUPPORT", "SLB", header + "SLB,_T,_T,2002,300\n");
        releases.draft("small-1", null);
        checks("small-1")
                .body(outcome("public-totals"), equalTo("passed"))
                .body(items("withheld-totals"), hasItem(total("TON", "2002", "small")));
        String text = releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/small-1/checks")
                .asString();
        assertTrue(!text.contains("REFLECTION_PERIOD"), "of the withheld figures only totals are named");
    }

    private static Map<String, String> total(String area, String year, String reason) {
        return Map.of("dataflow", "VICTIMS_SUPPORT", "key", "A." + area + "._T._T.NUMBER." + year, "reason", reason);
    }

    /** Oceania's total of 303 is public, so with Tonga's 3 the 300 of the only other area cannot be public. */
    @Test
    void aTotalThatIsWithheldToProtectAnotherWarns() {
        String header = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("VICTIMS_SUPPORT", "TON", header + "TON,_T,_T,2004,3\n");
        releases.accept("VICTIMS_SUPPORT", "SLB", header + "SLB,_T,_T,2004,300\n");
        releases.draft("totals-1", null);
        checks("totals-1")
                .body(outcome("withheld-totals"), equalTo("warning"))
                .body(items("withheld-totals"), hasItem(total("TON", "2004", "small")))
                .body(items("withheld-totals"), hasItem(total("SLB", "2004", "complementary")));
        for (Supplier<RequestSpecification> outsider : releases.outsiders()) {
            int status = outsider.get().get(RELEASES + "/totals-1/checks").statusCode();
            assertTrue(status == 401 || status == 403, "status " + status);
        }
    }

    @Test
    void theCostIsToldByRankAndAgainstTheReleaseBefore() {
        String header = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("PERSONS", "FJI", header + "FJI,CONVICTED,_T,_T,2005,100\n");
        releases.publish("cost-1");
        releases.accept("PERSONS", "FJI", header + "FJI,CONVICTED,_T,_T,2006,110\n");
        releases.draft("cost-2", null);
        String totals = items("protection-by-rank")
                + ".find { it.dataflow == 'PERSONS' && it.of == 'areas' && it.rank == 'total' }";
        checks("cost-2")
                .body(totals + ".before.release", equalTo("cost-1"))
                .body(totals + ".difference.figures", equalTo(1))
                .body(totals + ".difference.value", equalTo(110))
                .body(totals + ".difference.withheld", equalTo(0));
    }

    @Test
    void figuresThatAreGoneAndTotalsThatJumpAreTold() {
        String header = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("PERSONS", "NCL", header + "NCL,CONVICTED,_T,_T,2001,100\nNCL,CONVICTED,F,_T,2002,90\n");
        releases.publish("jump-1");
        releases.draft("same-1", null);
        checks("same-1").body(outcome("coverage"), equalTo("passed")).body(outcome("big-changes"), equalTo("passed"));

        releases.accept(
                "PERSONS",
                "NCL",
                "STRUCTURE,STRUCTURE_ID,ACTION," + header
                        + "dataflow,TIPSTATS:PERSONS(1.0.0),M,NCL,CONVICTED,_T,_T,2001,100000\n"
                        + "dataflow,TIPSTATS:PERSONS(1.0.0),D,NCL,CONVICTED,F,_T,2002,\n");
        releases.draft("jump-2", null);
        checks("jump-2")
                .body("publishable", equalTo(true))
                .body(outcome("coverage"), equalTo("warning"))
                .body(
                        items("coverage"),
                        hasItem(Map.of("dataflow", "PERSONS", "REF_AREA", "NCL", "TIME_PERIOD", "2002")))
                .body(outcome("big-changes"), equalTo("warning"))
                .body(items("big-changes") + ".key", hasItem("A.009.CONVICTED._T._T.NUMBER.2001"));
    }

    @Test
    void whatWaitsOrCameLaterIsTold() {
        releases.draft("later-1", null);
        String file = "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nGUM,0204,2001,%d\n";
        String pending = releases.submit("OFFENCES", "GUM", file.formatted(50)).path("id");
        checks("later-1")
                .body(outcome("open-submissions"), equalTo("warning"))
                .body(items("open-submissions") + ".status", hasItem("SUBMITTED"))
                .body(outcome("accepted-since"), equalTo("passed"));
        assertEquals(
                200,
                releases.submitter("GUM")
                        .post("/api/v1/submissions/" + pending + "/withdrawal")
                        .statusCode());
        releases.accept("OFFENCES", "GUM", file.formatted(60));
        checks("later-1")
                .body("publishable", equalTo(true))
                .body(outcome("accepted-since"), equalTo("warning"))
                .body("checks.find { it.id == 'accepted-since' }.count", equalTo(1));
    }
}
