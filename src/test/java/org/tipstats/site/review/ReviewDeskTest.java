package org.tipstats.site.review;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.disseminate.comparison.MirrorDataflowTest;
import org.tipstats.publish.release.TestReleases;

/** Tests what the review desk shows, over HTTP. Each test has areas and years of its own. */
@QuarkusTest
class ReviewDeskTest extends ReviewDeskCase {

    private static final String[] ROWS_BEFORE = {
        "_T,_T,_T,2010,60", "F,_T,_T,2011,40", "M,_T,_T,2011,20", "_T,_T,_T,2011,60"
    };
    private static final String[] ROWS = {"_T,_T,_T,2010,60", "F,_T,_T,2011,42", "M,_T,_T,2011,21", "_T,_T,_T,2011,63"};

    @Inject
    TestReleases releases;

    @Test
    void aFileIsReadAndAcceptedByItsHash() {
        String sender = people.submitter(AREA);
        SiteSession session = SiteSession.open(people.reviewer());
        String first = waiting(sender, ROWS_BEFORE);
        accept(session, first, sha256(first)).statusCode(303).header("Location", endsWith("/en/desk/review/" + first));
        String second = waiting(sender, ROWS);
        SignedIn.as(sender)
                .contentType("application/json")
                .body("[{\"rule\": \"revision\", \"text\": \"Late <court> files.\"}]")
                .post("/api/v1/submissions/" + second + "/justifications")
                .then()
                .statusCode(200);

        String page = session.page("/en/desk/review/" + second);
        assertTrue(page.contains("Accept 4 values"), page);
        assertTrue(page.contains(sha256(second)), page);
        assertTrue(page.indexOf("2011 · total") < page.indexOf("2011 · Female"), "3 is more than 2");
        assertTrue(page.contains("<bdi dir=\"ltr\">+3</bdi>"), "63 - 60");
        assertTrue(page.contains("<bdi dir=\"ltr\">+5.0%</bdi>"), "3 of 60, 2 of 40, 1 of 20");
        assertTrue(page.contains("1 value is the same as accepted"), "the year before must count as unchanged");
        assertTrue(page.contains("Late &lt;court&gt; files."), "the explanation");
        assertTrue(page.contains("Accepted: 2010: 60; 2011: 60."), "the years before must be there in words");
        assertTrue(page.contains("<svg class=\"drawing spark\""), "and also as a line");
        assertTrue(page.contains("/comments?key=A.ALB._T._T._T.NUMBER.2011#say"), "a link to comment on the total");
        String queue = session.page("/en/desk/review?area=" + AREA);
        assertTrue(queue.contains(second) && queue.contains("new: 0, revised: 3, removed: 0"), queue);

        accept(session, second, sha256(second)).statusCode(303);
        assertEquals("ACCEPTED", status(second));
        accept(session, second, sha256(second))
                .statusCode(409)
                .body(containsString("The file was already decided"), containsString("Accepted (reviewer, "));
    }

    /** Vanuatu publishes 600 detected victims with another citizenship, see {@link MirrorDataflowTest}. */
    @Test
    void theReviewerSeesWhatAreasPublishOfTheSamePeople() {
        MirrorDataflowTest.publish(releases);
        String file =
                "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE\nVUT,SLB,_T," + MirrorDataflowTest.YEAR + ",612\n";
        String id = Desk.sending(people.submitter("VUT"), file, "dataflow", "VICTIMS_CITIZENSHIP")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String page = SiteSession.open(people.reviewer()).page("/en/desk/review/" + id);
        assertTrue(page.contains("For 2009, Vanuatu published 600 detected victims with the citizenship of"), page);
        assertFalse(SiteSession.open(people.reviewer())
                .page("/en/desk/review/" + waiting(people.submitter(AREA), "F,_T,_T,2013,44"))
                .contains("id=\"mirror\""));
    }

    /** A comment on the whole file must not be missed: it shows in the queue, at the top and where the file is accepted. */
    @Test
    void commentsAreSeenBeforeTheDecision() {
        String sender = people.submitter(AREA);
        SiteSession session = SiteSession.open(people.reviewer());
        String id = waiting(sender, "M,_T,_T,2006,33");
        assertTrue(session.page("/en/desk/review/" + id).contains("No comments"));
        SignedIn.as(sender)
                .contentType("application/json")
                .body("{\"text\": \"Two <regions> are missing.\"}")
                .post("/api/v1/submissions/" + id + "/comments")
                .then()
                .statusCode(201);

        String queue = session.page("/en/desk/review?area=" + AREA);
        assertTrue(queue.contains("/desk/submissions/" + id + "/comments\">1 comment<"), queue);
        String page = session.page("/en/desk/review/" + id);
        assertTrue(page.contains("<h2 id=\"said\">Comment on the whole file</h2>"), page);
        assertTrue(page.indexOf("Two &lt;regions&gt; are missing.") < page.indexOf("id=\"impact\""), "at the top");
        String accept = page.substring(page.indexOf("<h2 id=\"accept\">"));
        assertTrue(accept.contains("/comments\">1 comment</a>"), accept);
    }

    /** Eleven figures change, so that the list of ten is cut; one of them has a text of its own. */
    @Test
    void eachWarningShowsItsFiguresAndItsExplanation() {
        String sender = people.submitter("ARM");
        SiteSession session = SiteSession.open(people.reviewer());
        String first = file(sender, "ARM", 40);
        accept(session, first, sha256(first)).statusCode(303);
        String second = file(sender, "ARM", 41);
        SignedIn.as(sender)
                .contentType("application/json")
                .body("[{\"rule\": \"revision\", \"line\": 2, \"text\": \"A merged court.\"},"
                        + " {\"rule\": \"revision\", \"key\": {\"SEX\": \"M\"}, \"text\": \"Late files.\"}]")
                .post("/api/v1/submissions/" + second + "/justifications")
                .then()
                .statusCode(200);

        String page = session.page("/en/desk/review/" + second).replaceAll("</?(?:strong|span)[^>]*>", "");
        int own = page.indexOf("2002 · Armenia · Female The value was 40; now it is 41 (+2.5 %).");
        int late = page.indexOf("2003 · Armenia · Male The value was 40; now it is 41 (+2.5 %).");
        assertTrue(own > 0 && own < page.indexOf("A merged court."), page);
        assertTrue(page.indexOf("A merged court.") < late && late < page.indexOf("Late files."), page);
        assertTrue(page.contains("/report?severity=warning&amp;rule=revision#cells\">and 1 more in the report<"), page);
    }

    /** Submits a figure of women and eleven figures of men. */
    private static String file(String token, String area, int value) {
        StringBuilder file = new StringBuilder(HEADER + area + ",F,_T,_T,2002," + value + "\n");
        for (int year = 2003; year < 2014; year++) {
            file.append(area)
                    .append(",M,_T,_T,")
                    .append(year)
                    .append(',')
                    .append(value)
                    .append('\n');
        }
        return send(token, file.toString());
    }

    /** The next file is the longest waiting one that the reviewer may decide on. */
    @Test
    void aDecisionIsConfirmedAndLeadsToTheNextFile() {
        String sender = people.submitter(AREA);
        SiteSession session = SiteSession.open(people.reviewer());
        String one = waiting(sender, "M,_T,_T,2003,31");
        String two = waiting(sender, "M,_T,_T,2004,32");
        assertTrue(session.page("/en/desk/review/" + one).contains("<h2 id=\"impact\">Changes in this file</h2>"));

        accept(session, one, sha256(one)).statusCode(303);
        String accepted = session.page("/en/desk/review/" + one);
        assertTrue(accepted.contains("<p role=\"status\">File accepted. Its figures are official now"), accepted);
        assertTrue(accepted.contains("<h2 id=\"impact\">Accepted changes</h2>"), accepted);
        String next = accepted.replaceAll("(?s).*href=\"/en/desk/review/([0-9a-f-]{36})\">Open next<.*", "$1");
        String queue = session.page("/en/desk/review");
        assertTrue(queue.contains("href=\"/en/desk/review/" + next + "\">Open next<"), "as in the queue: " + next);
        String mine = session.page("/en/desk");
        String waiting = mine.substring(mine.indexOf("queue-caption"));
        assertEquals(
                next,
                waiting.replaceAll("(?s).*?/desk/review/([0-9a-f-]{36}).*", "$1"),
                "My work must have the order of the queue");

        giveBack(session, two, "Which police?").statusCode(303);
        String returned = session.page("/en/desk/review/" + two);
        assertTrue(returned.contains("<p role=\"status\">File returned. The submitter sees the reason."), returned);
        assertTrue(returned.contains("<h2 id=\"impact\">Changes that were not accepted</h2>"), returned);
    }

    @Test
    void theWholeFileIsTheOneThatWasReceived() {
        SiteSession session = SiteSession.open(people.reviewer());
        String id = waiting(people.submitter(AREA), "F,_T,_T,2009,46");

        session.request()
                .get("/en/desk/review/" + id + "/file")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"desk.csv\"; filename*=UTF-8''desk.csv")
                .body(containsString("ALB,F,_T,_T,2009,46"));
        session.request().get("/en/desk/review/none").then().statusCode(404);
    }

    @Test
    void aChoiceThatNothingMatchesSaysSo() {
        SiteSession.open(people.reviewer())
                .request()
                .get("/en/desk/review?area=XXX")
                .then()
                .statusCode(200)
                .body(containsString("No waiting file matches"), not(containsString("<td")));
    }
}
