package org.tipstats.site.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;

/** Tests who may decide at the review desk, and what the desk refuses. */
@QuarkusTest
class ReviewDeskAccessTest extends ReviewDeskCase {

    @Test
    void anotherHashIsNotAcceptedAndBothAreShown() {
        SiteSession session = SiteSession.open(people.reviewer());
        String id = waiting(people.submitter(AREA), "F,_T,_T,2012,41");
        String other = "3f9a".repeat(16);

        accept(session, id, other).statusCode(412).body(containsString(other), containsString(sha256(id)));
        assertEquals("SUBMITTED", status(id));
    }

    @Test
    void aReturnNeedsItsReason() {
        SiteSession session = SiteSession.open(people.reviewer());
        String id = waiting(people.submitter(AREA), "F,_T,_T,2013,42");

        giveBack(session, id, "  ")
                .statusCode(422)
                .body(
                        containsString("<title>Error: "),
                        containsString("href=\"#reason\""),
                        containsString("Enter a reason"));
        giveBack(session, id, "x".repeat(4_001)).statusCode(422).body(containsString("at most 4,000 characters"));
        assertEquals("SUBMITTED", status(id));
        giveBack(session, id, "Which <police> count?").statusCode(303);
        assertEquals("RETURNED", status(id));
        assertTrue(session.page("/en/desk/review/" + id).contains("Which &lt;police&gt; count?"));
    }

    @Test
    void whoSentAFileDoesNotReviewIt() {
        String both = people.token(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), AREA);
        SiteSession session = SiteSession.open(both);
        String id = waiting(both, "F,_T,_T,2014,43");

        String page = session.page("/en/desk/review/" + id);
        assertTrue(
                page.contains("<button type=\"button\" disabled aria-describedby=\"dead\">Accept 1 value</button>"),
                page);
        assertTrue(page.contains("You submitted this file, so another reviewer must review it."), page);
        assertTrue(session.page("/en/desk/review?area=" + AREA).contains("yours"));
        accept(session, id, sha256(id)).statusCode(403).body(containsString("You submitted this file"));
        giveBack(session, id, "Not mine to say.").statusCode(403).body(containsString("You submitted this file"));
        assertEquals("SUBMITTED", status(id));
    }

    @Test
    void withoutTheTokenOfThePageNothingHappens() {
        SiteSession session = SiteSession.open(people.reviewer());
        String id = waiting(people.submitter(AREA), "F,_T,_T,2015,44");

        session.request()
                .formParam("sha256", sha256(id))
                .post("/en/desk/review/" + id + "/acceptance")
                .then()
                .statusCode(403);
        session.request()
                .formParam("reason", "No.")
                .formParam("form-token", "x")
                .post("/en/desk/review/" + id + "/return")
                .then()
                .statusCode(403);
        assertEquals("SUBMITTED", status(id));
    }

    @Test
    void theDeskIsForReviewers() {
        String id = waiting(people.submitter(AREA), "F,_T,_T,2016,45");
        for (String token : new String[] {people.submitter(AREA), people.publisher(), people.administrator()}) {
            SiteSession session = SiteSession.open(token);
            for (String path : new String[] {"", "/" + id, "/" + id + "/file"}) {
                session.request().get("/en/desk/review" + path).then().statusCode(403);
            }
            accept(session, id, sha256(id)).statusCode(403);
            giveBack(session, id, "No.").statusCode(403);
        }
        given().get("/en/desk/review").then().statusCode(401);
        assertEquals("SUBMITTED", status(id));
    }
}
