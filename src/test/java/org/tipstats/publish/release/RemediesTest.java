package org.tipstats.publish.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;

/**
 * A draft that cannot be published as it is. Haiti is alone in the Americas and keeps its total back, but the total of the
 * Americas must be public.
 */
@QuarkusTest
class RemediesTest {

    private static final String RELEASES = "/api/v1/releases/";
    private static final String FILE = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n";
    private static final String LEAVE_OUT = "leave-out:VICTIMS:2015:HTI";
    private static final String WITHHOLD = "withhold:VICTIMS:2015:019";
    private static final String OFFERS = "checks.find { it.id == 'protection' }.remedies";

    private static boolean accepted;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn people;

    @BeforeEach
    void acceptOnce() {
        if (!accepted) {
            releases.accept("VICTIMS", "HTI", FILE + "HTI,_T,_T,_T,2015,20,N\n");
            releases.accept("VICTIMS", "AUT", FILE + "AUT,_T,_T,_T,2015,90,\n");
            releases.accept("VICTIMS", "DEU", FILE + "DEU,_T,_T,_T,2015,70,\n");
            releases.accept("VICTIMS", "UGA", FILE + "UGA,_T,_T,_T,2015,40,\n");
            accepted = true;
        }
    }

    private static Response apply(RequestSpecification by, String release, String... ids) {
        return by.contentType("application/json")
                .body(Map.of("ids", List.of(ids)))
                .post(RELEASES + release + "/remedies");
    }

    private ValidatableResponse checks(String release) {
        return releases.as(AccountRole.REVIEWER)
                .get(RELEASES + release + "/checks")
                .then()
                .statusCode(200);
    }

    private void drop(String release) {
        releases.as(AccountRole.REVIEWER).delete(RELEASES + release).then().statusCode(204);
    }

    @Test
    void aBlockingCheckOffersWaysOnWithTheirCost() {
        releases.draft("blocked-1", null);
        checks("blocked-1")
                .body("publishable", equalTo(false))
                .body("checks.find { it.id == 'protection' }.outcome", equalTo("blocking"))
                .body("checks.find { it.id == 'protection' }.items.found", contains("no-move"))
                .body(OFFERS + ".id", containsInAnyOrder(LEAVE_OUT, WITHHOLD))
                .body(OFFERS + ".text", hasItem(containsString("The figures of Haiti")))
                // The total of Haiti is withheld anyway; those of the Caribbean, its region and the Americas go with
                // it.
                .body(OFFERS + ".find { it.id == '" + LEAVE_OUT + "' }.cost.figures", equalTo(3))
                .body(OFFERS + ".find { it.id == '" + LEAVE_OUT + "' }.cost.totals", equalTo(3))
                .body(OFFERS + ".find { it.id == '" + LEAVE_OUT + "' }.cost.value", equalTo(60))
                .body("checks.find { it.id == 'content' }.remedies", nullValue());
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "blocked-1/publication")
                .then()
                .statusCode(409)
                .body(OFFERS + ".id", hasItems(LEAVE_OUT, WITHHOLD));
        drop("blocked-1");
    }

    @Test
    void aDraftIsCompiledAnewWithARemedyAndSaysSo() {
        String before = releases.draft("blocked-2", null).path("contentHash");
        apply(releases.as(AccountRole.REVIEWER), "blocked-2", LEAVE_OUT)
                .then()
                .statusCode(200)
                .body("id", equalTo("blocked-2"))
                .body("status", equalTo("DRAFT"))
                .body("notes", containsString("The figures of Haiti"))
                .body("contentHash", not(equalTo(before)));

        checks("blocked-2").body("publishable", equalTo(true)).body(OFFERS, nullValue());
        releases.as(AccountRole.REVIEWER)
                .get("/api/v1/data/VICTIMS?release=blocked-2&REF_AREA=HTI,019,001")
                .then()
                .statusCode(200)
                .body("observations.REF_AREA", hasSize(1))
                .body("observations.OBS_VALUE", hasItem(200));
        releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit?action=release-remedied")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem("releases/blocked-2"))
                .body("items.detail.remedies", hasItem(containsString("are left out")));
        drop("blocked-2");
    }

    @Test
    void severalRemediesAreAppliedTogether() {
        releases.draft("blocked-3", null);
        apply(releases.as(AccountRole.REVIEWER), "blocked-3", WITHHOLD, LEAVE_OUT)
                .then()
                .statusCode(200)
                .body("notes", containsString("The total of Americas"))
                .body("notes", containsString("are left out"));
        checks("blocked-3").body("publishable", equalTo(true));
        drop("blocked-3");
    }

    @Test
    void onlyStaffAppliesOnlyWhatADraftOffers() {
        releases.draft("blocked-4", null);
        for (Supplier<RequestSpecification> outsider : releases.outsiders()) {
            assertTrue(Set.of(401, 403)
                    .contains(apply(outsider.get(), "blocked-4", LEAVE_OUT).statusCode()));
        }
        apply(releases.as(AccountRole.PUBLISHER), "blocked-4", "leave-out:VICTIMS:2015:AUT")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/ids/0"))
                .body("errors[0].suggestions", hasItem(LEAVE_OUT));
        String[] many = IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new);
        apply(releases.as(AccountRole.PUBLISHER), "blocked-4", many)
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(50));
        apply(releases.as(AccountRole.PUBLISHER), "blocked-4")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/ids"));
        apply(releases.as(AccountRole.PUBLISHER), "no-such-draft", LEAVE_OUT)
                .then()
                .statusCode(404);
        checks("blocked-4").body("publishable", equalTo(false));
        drop("blocked-4");
    }

    @Test
    void whoAppliesARemedyDoesNotPublishIt() {
        releases.draft("blocked-5", null);
        String both = people.token(Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER));
        apply(SignedIn.as(both), "blocked-5", LEAVE_OUT).then().statusCode(200);
        SignedIn.as(both).post(RELEASES + "blocked-5/publication").then().statusCode(403);
        drop("blocked-5");
    }

    @Test
    void thePageHasAButtonForEachRemedy() {
        releases.draft("blocked-6", null);
        SiteSession reviewer = SiteSession.open(people.reviewer());
        String seen = reviewer.page("/en/desk/releases/blocked-6");
        assertTrue(seen.contains("<h2 id=\"remedies\">Ways on</h2>"), seen);
        assertTrue(seen.contains("removes some or all of what blocks the release."), seen);
        assertTrue(seen.contains("name=\"remedy\" value=\"" + LEAVE_OUT + "\""), seen);
        assertTrue(seen.contains("Cost: 3 figures less, of these 3 totals; the lost values add up to 60."), seen);
        assertTrue(reviewer.page("/fr/desk/releases/blocked-6").contains("Les chiffres de Haïti"));

        String work = reviewer.form()
                .formParam("remedy", LEAVE_OUT)
                .post("/en/desk/releases/blocked-6/remedies")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        while (reviewer.request().get(work).statusCode() != 303) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        String after = reviewer.page("/en/desk/releases/blocked-6");
        assertFalse(after.contains("id=\"remedies\""), after);
        assertTrue(after.contains("are left out."), after);
        drop("blocked-6");
    }

    /** The world's total is 3, and no area can be left out alone. */
    @Test
    void aDraftWithoutWaysOnSaysThatAreasMayDeleteTheirFigures_whichHelps() {
        String header = "ACTION," + FILE;
        releases.accept("VICTIMS", "HTI", header + "A,HTI,_T,_T,_T,2003,2,\n");
        releases.accept("VICTIMS", "JAM", header + "A,JAM,_T,_T,_T,2003,1,\n");
        releases.draft("blocked-7", null);
        apply(releases.as(AccountRole.REVIEWER), "blocked-7", LEAVE_OUT, "withhold:VICTIMS:2003:019")
                .then()
                .statusCode(200);
        checks("blocked-7")
                .body("checks.find { it.id == 'public-totals' }.remedies", nullValue())
                .body("checks.find { it.id == 'public-totals' }.message", containsString("delete (ACTION D)"));
        String page = SiteSession.open(people.reviewer()).page("/en/desk/releases/blocked-7");
        assertTrue(page.contains("Ask the countries and areas behind them"), page);
        drop("blocked-7");

        releases.accept("VICTIMS", "HTI", header + "D,HTI,,,,2003,,\n");
        releases.accept("VICTIMS", "JAM", header + "D,JAM,,,,2003,,\n");
        releases.draft("blocked-8", null);
        checks("blocked-8").body("checks.find { it.id == 'public-totals' }.outcome", equalTo("passed"));
        drop("blocked-8");
    }
}
