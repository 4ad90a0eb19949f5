package org.tipstats.releasedesk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.access.Role;
import org.tipstats.release.TestReleases;

/** The release desk over HTTP: from a draft to its publication by someone else, and what is refused on the way. */
@QuarkusTest
class ReleaseDeskTest {

    private static final String COOKIE = "tipstats";
    private static final String DESK = "/en/desk/releases";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([^\"]*)\"");

    @Inject
    SignedIn people;

    @Inject
    TestReleases releases;

    private static String signIn(String token) {
        Response form = given().get("/en/sign-in");
        return given().redirects()
                .follow(false)
                .cookie(COOKIE, form.getCookie(COOKIE))
                .formParam("token", token)
                .formParam("form-token", formToken(form.asString()))
                .post("/en/sign-in")
                .getCookie(COOKIE);
    }

    private static String formToken(String page) {
        Matcher found = TOKEN.matcher(page);
        assertTrue(found.find(), "the page has no form");
        return found.group(1);
    }

    private static String page(String session, String path) {
        return given().cookie(COOKIE, session)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification form(String session) {
        return given().redirects()
                .follow(false)
                .cookie(COOKIE, session)
                .formParam("form-token", formToken(page(session, "/en/desk")));
    }

    /** Makes a draft and waits until it is there. */
    private static void draft(String session, String id, String embargo) throws InterruptedException {
        String work = form(session)
                .formParam("id", id)
                .formParam("title", "Desk <" + id + ">")
                .formParam("notes", "")
                .formParam("embargo", embargo)
                .post(DESK + "/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        await(session, work, id);
    }

    /** Waits until the page of a job leads to the release. */
    private static void await(String session, String work, String id) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Response answer =
                    given().redirects().follow(false).cookie(COOKIE, session).get(work);
            if (answer.statusCode() == 303) {
                assertTrue(answer.getHeader("Location").endsWith(DESK + "/" + id));
                return;
            }
            assertEquals("5", answer.getHeader("Refresh"), answer.asString());
            Thread.sleep(1_000);
        }
        throw new AssertionError("the work did not end");
    }

    private static ValidatableResponse publish(String session, String id, String typed) {
        return form(session)
                .formParam("typed", typed)
                .formParam("hash", hash(session, id))
                .post(DESK + "/" + id + "/publication")
                .then();
    }

    /** What the page says that one publishes; nothing where there is no such page any more. */
    private static String hash(String session, String id) {
        Matcher hash = HASH.matcher(given().cookie(COOKIE, session)
                .get(DESK + "/" + id + "/publication")
                .asString());
        return hash.find() ? hash.group(1) : "";
    }

    private String status(String id) {
        return releases.as(Role.PUBLISHER).get("/api/v1/releases/" + id).path("status");
    }

    @Test
    void aDraftIsPublishedBySomeoneElse() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2010,400\n");
        releases.publish("desk-before");
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2011,410\n");
        String reviewer = signIn(people.reviewer());
        String publisher = signIn(people.publisher());
        draft(reviewer, "desk-1", "");

        String seen = page(reviewer, DESK + "/desk-1");
        assertTrue(seen.contains("Desk &lt;desk-1&gt;"), seen);
        assertTrue(seen.contains("Publishers publish releases"), seen);
        assertTrue(page(publisher, DESK).contains(DESK + "/desk-1"));
        previewed(reviewer);
        String last = page(publisher, DESK + "/desk-1/publication");
        assertTrue(last.contains("Type desk-1 to confirm") && last.contains("New figures"), last);
        assertTrue(last.contains("Goes public as soon as it is published."), last);

        publish(publisher, "desk-1", "desk-2").statusCode(422).body(containsString("Type desk-1 exactly"));
        assertEquals("DRAFT", status("desk-1"));
        form(publisher)
                .formParam("typed", "desk-1")
                .formParam("hash", "of a draft that was discarded")
                .post(DESK + "/desk-1/publication")
                .then()
                .statusCode(422)
                .body(containsString("made anew"));
        assertEquals("DRAFT", status("desk-1"));
        String work = publish(publisher, "desk-1", " desk-1 ")
                .statusCode(303)
                .extract()
                .header("Location");
        await(publisher, work, "desk-1");
        assertEquals("PUBLISHED", status("desk-1"));
        publish(publisher, "desk-1", "desk-1").statusCode(409).body(containsString("Public since"));
        form(publisher)
                .formParam("typed", "desk-1")
                .post(DESK + "/desk-1/discard")
                .then()
                .statusCode(409);
    }

    /** What a draft will look like is seen by those who prepare it, with a warning, and by nobody else. */
    private void previewed(String reviewer) {
        String banner = "Draft: not published, do not quote.";
        String preview = DESK + "/desk-1/preview";
        String changes = page(reviewer, preview + "/changes?dataflow=OFFENCES&kind=new");
        assertTrue(changes.contains(banner) && changes.contains("410"), changes);
        String coverage = page(reviewer, preview + "/coverage?dataflow=OFFENCES&region=142");
        assertTrue(coverage.contains(banner) && coverage.contains(preview + "/areas/CHN"), coverage);
        assertFalse(coverage.contains("/api/v1/coverage"), "a browser would not be let in there");
        String area = page(reviewer, preview + "/areas/CHN");
        assertTrue(area.contains(banner) && area.contains("TIPstats release desk-1, not published"), area);
        given().cookie(COOKIE, signIn(people.submitter("CHN")))
                .get(preview + "/areas/CHN")
                .then()
                .statusCode(403);
        given().get("/en/releases/desk-1/changes").then().statusCode(404);
        given().cookie(COOKIE, reviewer)
                .get(DESK + "/no-such/preview/areas")
                .then()
                .statusCode(404);
    }

    @Test
    void whoMadeADraftDoesNotPublishIt() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2012,400\n");
        String both = signIn(people.token(Set.of(Role.REVIEWER, Role.PUBLISHER)));
        draft(both, "desk-own", "2100-05-03T09:00");

        String seen = page(both, DESK + "/desk-own");
        assertTrue(seen.contains("<button type=\"button\" disabled aria-describedby=\"dead\">Publish…</button>"), seen);
        assertTrue(seen.contains("You made this draft. A different publisher must release it."), seen);
        assertTrue(seen.contains("3 May 2100 at 09:00 UTC"), seen);
        assertTrue(seen.contains("data-at=\"2100-05-03T09:00:00Z\""), "for the reader's own time");
        given().cookie(COOKIE, both).get(DESK + "/desk-own/publication").then().statusCode(403);
        publish(both, "desk-own", "desk-own").statusCode(403).body(containsString("You made this draft"));
        assertEquals("DRAFT", status("desk-own"));

        form(both)
                .formParam("typed", "other")
                .post(DESK + "/desk-own/discard")
                .then()
                .statusCode(422);
        form(both)
                .formParam("typed", "desk-own")
                .post(DESK + "/desk-own/discard")
                .then()
                .statusCode(303)
                .header("Location", endsWith(DESK));
        given().cookie(COOKIE, both).get(DESK + "/desk-own").then().statusCode(404);
    }

    @Test
    void aDraftNeedsAnIdThatIsFreeAndATitle() {
        String session = signIn(people.reviewer());

        form(session)
                .formParam("id", "no id")
                .formParam("title", " ")
                .formParam("embargo", "soon")
                .post(DESK + "/new")
                .then()
                .statusCode(422)
                .body(
                        containsString("<title>Error: New draft"),
                        containsString("href=\"#id\""),
                        containsString("href=\"#title\""),
                        containsString("href=\"#embargo\""),
                        containsString("value=\"no id\""));
    }

    @Test
    void withoutTheTokenOfThePageNothingHappens() {
        String session = signIn(people.publisher());
        for (String path : new String[] {"/new", "/x/publication", "/x/discard"}) {
            given().cookie(COOKIE, session)
                    .formParam("id", "desk-forged")
                    .formParam("title", "Forged")
                    .formParam("typed", "x")
                    .post(DESK + path)
                    .then()
                    .statusCode(403);
        }
        releases.as(Role.PUBLISHER).get("/api/v1/releases/desk-forged").then().statusCode(404);
    }

    @Test
    void theDeskIsForReviewersAndPublishers() {
        for (String token : new String[] {people.submitter("ALB"), people.administrator()}) {
            String session = signIn(token);
            given().cookie(COOKIE, session).get(DESK).then().statusCode(403);
            given().cookie(COOKIE, session).get(DESK + "/new").then().statusCode(403);
            publish(session, "x", "x").statusCode(403);
        }
        publish(signIn(people.reviewer()), "x", "x").statusCode(403);
        given().get(DESK).then().statusCode(401);
        given().cookie(COOKIE, signIn(people.publisher()))
                .get(DESK + "/unknown")
                .then()
                .statusCode(404);
    }
}
