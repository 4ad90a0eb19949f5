package org.tipstats.site.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** The base of tests of the release desk over HTTP: makes drafts and publishes them, as people in a browser do. */
abstract class ReleaseDeskCase {

    static final String DESK = "/en/desk/releases";

    static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([^\"]*)\"");

    @Inject
    SignedIn people;

    @Inject
    TestReleases releases;

    /** Makes a draft and waits until it exists. */
    static void draft(SiteSession session, String id, String embargo) throws InterruptedException {
        String work = session.form()
                .formParam("id", id)
                .formParam("language", "en", "fr", "ar")
                .formParam("title", "Desk <" + id + ">", "Bureau " + id, "")
                .formParam("notes", "", "", "Jadid")
                .formParam("embargo", embargo)
                .post(DESK + "/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        await(session, work, id);
    }

    /** Waits until the page of a job redirects to the release. */
    static void await(SiteSession session, String work, String id) throws InterruptedException {
        for (int i = 0; i < 1_500; i++) {
            Response answer = session.request().get(work);
            if (answer.statusCode() == 303) {
                assertTrue(answer.getHeader("Location").endsWith(DESK + "/" + id));
                return;
            }
            assertEquals("5", answer.getHeader("Refresh"), answer.asString());
            Thread.sleep(200);
        }
        throw new AssertionError("the work did not end");
    }

    static ValidatableResponse publish(SiteSession session, String id, String typed) {
        return session.form()
                .formParam("typed", typed)
                .formParam("hash", hash(session, id))
                .post(DESK + "/" + id + "/publication")
                .then();
    }

    /** Returns the hash on the publication page; an empty text if there is no such page any more. */
    static String hash(SiteSession session, String id) {
        Matcher hash = HASH.matcher(
                session.request().get(DESK + "/" + id + "/publication").asString());
        return hash.find() ? hash.group(1) : "";
    }

    String status(String id) {
        return releases.as(AccountRole.PUBLISHER).get("/api/v1/releases/" + id).path("status");
    }
}
