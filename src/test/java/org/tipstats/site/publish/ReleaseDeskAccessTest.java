package org.tipstats.site.publish;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;

/** Tests who may do what at the release desk, and what the desk refuses. */
@QuarkusTest
class ReleaseDeskAccessTest extends ReleaseDeskCase {

    @Test
    void whoMadeADraftDoesNotPublishIt() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2012,400\n");
        SiteSession both = SiteSession.open(people.token(Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)));
        draft(both, "desk-own", "2100-05-03T09:00");

        String seen = both.page(DESK + "/desk-own");
        assertTrue(seen.contains("<button type=\"button\" disabled aria-describedby=\"dead\">Publish…</button>"), seen);
        assertTrue(seen.contains("You made this draft. Another publisher must publish it."), seen);
        assertTrue(seen.contains("3 May 2100 at 09:00 UTC"), seen);
        assertTrue(seen.contains("data-at=\"2100-05-03T09:00:00Z\""), "the script needs the time in UTC");
        both.request().get(DESK + "/desk-own/publication").then().statusCode(403);
        publish(both, "desk-own", "desk-own").statusCode(403).body(containsString("You made this draft"));
        assertEquals("DRAFT", status("desk-own"));

        both.form()
                .formParam("typed", "other")
                .post(DESK + "/desk-own/discard")
                .then()
                .statusCode(422);
        both.form()
                .formParam("typed", "desk-own")
                .post(DESK + "/desk-own/discard")
                .then()
                .statusCode(303)
                .header("Location", endsWith(DESK));
        both.request().get(DESK + "/desk-own").then().statusCode(404);
    }

    @Test
    void aDraftNeedsAnIdThatIsFreeAndATitle() {
        SiteSession session = SiteSession.open(people.reviewer());

        session.form()
                .formParam("id", "no id")
                .formParam("language", "en", "fr")
                .formParam("title", " ", " ")
                .formParam("notes", "", "n".repeat(10_001))
                .formParam("embargo", "soon")
                .post(DESK + "/new")
                .then()
                .statusCode(422)
                .body(
                        containsString("<title>Error: New draft"),
                        containsString("href=\"#id\""),
                        containsString("href=\"#title-en\""),
                        containsString("href=\"#notes-fr\""),
                        containsString("<details open>"),
                        containsString("href=\"#embargo\""),
                        containsString("value=\"no id\""));
    }

    @Test
    void withoutTheTokenOfThePageNothingHappens() {
        SiteSession session = SiteSession.open(people.publisher());
        for (String path : new String[] {"/new", "/x/publication", "/x/discard"}) {
            session.request()
                    .formParam("id", "desk-forged")
                    .formParam("title", "Forged")
                    .formParam("typed", "x")
                    .post(DESK + path)
                    .then()
                    .statusCode(403);
        }
        releases.as(AccountRole.PUBLISHER)
                .get("/api/v1/releases/desk-forged")
                .then()
                .statusCode(404);
    }

    @Test
    void theDeskIsForReviewersAndPublishers() {
        for (String token : new String[] {people.submitter("ALB"), people.administrator()}) {
            SiteSession session = SiteSession.open(token);
            session.request().get(DESK).then().statusCode(403);
            session.request().get(DESK + "/new").then().statusCode(403);
            publish(session, "x", "x").statusCode(403);
        }
        publish(SiteSession.open(people.reviewer()), "x", "x").statusCode(403);
        given().get(DESK).then().statusCode(401);
        SiteSession.open(people.publisher())
                .request()
                .get(DESK + "/unknown")
                .then()
                .statusCode(404);
    }
}
