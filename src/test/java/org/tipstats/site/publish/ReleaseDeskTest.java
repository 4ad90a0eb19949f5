package org.tipstats.site.publish;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.job.LongWork;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseText;
import org.tipstats.publish.release.ReleaseWork;

/** Tests the release desk over HTTP: from a draft to its publication by someone else, with what the desk shows on the way. */
@QuarkusTest
class ReleaseDeskTest extends ReleaseDeskCase {

    @Inject
    JobService jobs;

    /** People who leave the progress page find the job again, and others see that it runs. */
    @Test
    void aDraftThatIsBeingMadeIsInTheList() {
        SiteSession reviewer = SiteSession.open(people.reviewer());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ReleaseRequest wanted = new ReleaseRequest("walk-underway", ReleaseText.of("Made slowly"), null, null, null);
        LongWork<String> work = new LongWork<>(
                ReleaseWork.DRAFT,
                wanted.address(),
                Optional.empty(),
                watch -> {
                    begun.countDown();
                    await(end);
                    watch.report("protecting", 43);
                    throw new IllegalStateException("a draft that comes to nothing");
                },
                nothing -> null,
                () -> {});
        JobView job = jobs.start(work, Duration.ZERO);
        await(begun);

        String seen = reviewer.page(DESK);
        assertTrue(seen.contains("<h3><bdi>walk-underway</bdi></h3>"), seen);
        assertTrue(seen.contains("<progress max=\"100\" value=\"0\" aria-label=\"Progress\">"), seen);
        end.countDown();
        while (jobs.get(job.id(), Optional.empty()).state().equals("RUNNING")) {
            Thread.onSpinWait();
        }
        assertTrue(reviewer.page(DESK).contains("<p>The draft could not be made. Nothing was stored.</p>"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRemedyThatIsNotOfferedChangesNothingAndThePageSaysSo() {
        releases.acceptOne();
        releases.draft("desk-remedy", null);
        SiteSession reviewer = SiteSession.open(people.reviewer());
        String work = reviewer.form()
                .formParam("remedy", "withhold:VICTIMS:2001:150")
                .post(DESK + "/desk-remedy/remedies")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String seen = reviewer.page(work);
        assertTrue(
                seen.contains("<p class=\"notice error\">The draft could not be made. Nothing was stored.</p>"), seen);
        assertTrue(seen.contains("href=\"" + DESK + "/desk-remedy\">Continue</a>"), seen);
    }

    @Test
    void aDraftIsPublishedBySomeoneElse() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2010,400\n");
        releases.publish("desk-before");
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2011,410\n");
        SiteSession reviewer = SiteSession.open(people.reviewer());
        SiteSession publisher = SiteSession.open(people.publisher());
        draft(reviewer, "desk-1", "");

        String seen = reviewer.page(DESK + "/desk-1");
        assertTrue(seen.contains("Desk &lt;desk-1&gt;"), seen);
        assertTrue(seen.contains("Only publishers can publish releases"), seen);
        assertTrue(seen.contains("Cost of protection") && seen.contains("Withheld in desk-before"), seen);
        assertTrue(publisher.page(DESK).contains(DESK + "/desk-1"));
        previewed(reviewer);
        String last = publisher.page(DESK + "/desk-1/publication");
        assertTrue(last.contains("Type desk-1 to confirm") && last.contains("New figures"), last);
        assertTrue(last.contains("Will be public as soon as a publisher confirms."), last);

        publish(publisher, "desk-1", "desk-2").statusCode(422).body(containsString("Type desk-1 exactly"));
        assertEquals("DRAFT", status("desk-1"));
        publisher
                .form()
                .formParam("typed", "desk-1")
                .formParam("hash", "of a draft that was discarded")
                .post(DESK + "/desk-1/publication")
                .then()
                .statusCode(422)
                .body(containsString("remade"));
        assertEquals("DRAFT", status("desk-1"));
        String work = publish(publisher, "desk-1", " desk-1 ")
                .statusCode(303)
                .extract()
                .header("Location");
        await(publisher, work, "desk-1");
        assertEquals("PUBLISHED", status("desk-1"));
        publish(publisher, "desk-1", "desk-1").statusCode(409).body(containsString("Public since"));
        publisher
                .form()
                .formParam("typed", "desk-1")
                .post(DESK + "/desk-1/discard")
                .then()
                .statusCode(409);
        readInItsLanguages();
    }

    /** The page must not say that the release is public at once, or that this cannot be undone. */
    @Test
    void aDraftUnderEmbargoIsScheduled() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2016,400\n");
        draft(SiteSession.open(people.reviewer()), "desk-embargo", "2199-01-01T00:00");
        String last = SiteSession.open(people.publisher()).page(DESK + "/desk-embargo/publication");
        assertTrue(last.contains("<button type=\"submit\">Schedule publication</button>"), last);
        assertTrue(last.contains("Until the release becomes public, you can still discard it."), last);
        assertFalse(last.contains("Publish now") || last.contains("You cannot undo this"), last);
        assertFalse(last.contains("The calendar announces"), last);
    }

    @Test
    void theDeskSaysThatTheCalendarNamesAnotherDay() {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2017,400\n");
        releases.draft("desk-day", Instant.parse("2198-01-01T09:00:00Z"));
        String date =
                "{\"date\": \"%s\", \"title\": {\"en\": \"Soon\"}, \"kind\": \"release\", \"release\": \"desk-day\"}";
        RequestSpecification publisher = releases.as(AccountRole.PUBLISHER).contentType("application/json");
        String id = publisher
                .body(date.formatted("2198-01-02"))
                .post("/api/v1/calendar")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String sentence =
                "The calendar announces this release for 2 January 2198. Change the date in the calendar, or publish on"
                        + " that day. To change a time that is set, discard the release and make a new draft.";
        SiteSession session = SiteSession.open(people.publisher());
        assertTrue(session.page(DESK + "/desk-day").contains(sentence));
        assertTrue(session.page(DESK + "/desk-day/publication").contains(sentence));
        publisher
                .body(date.formatted("2198-01-01"))
                .put("/api/v1/calendar/" + id)
                .then()
                .statusCode(200);
        assertFalse(session.page(DESK + "/desk-day").contains("The calendar announces"));
        publisher.delete("/api/v1/calendar/" + id).then().statusCode(204);
    }

    /** Readers get the title in their language, or else the English one, and each text names its language. */
    private static void readInItsLanguages() {
        String french = given().get("/fr/releases/desk-1").asString();
        assertTrue(french.contains("<title>Bureau desk-1 · "), french);
        assertTrue(french.contains("<h1><bdi lang=\"fr\">Bureau desk-1</bdi></h1>"), french);
        assertTrue(french.contains(": Bureau desk-1. "), "the citation");
        assertTrue(french.contains("<bdi lang=\"ar\">Jadid</bdi>"), "notes in one language only");
        String arabic = given().get("/ar/releases/desk-1").asString();
        assertTrue(arabic.contains("<h1><bdi lang=\"en\">Desk &lt;desk-1&gt;</bdi></h1>"), arabic);
        for (String path : new String[] {"/fr/releases", "/fr/calendar", "/fr/reports", "/fr/search?q=bureau"}) {
            assertTrue(given().get(path).asString().contains("Bureau desk-1"), path);
        }
        given().get("/api/v1/calendar.ics?lang=fr").then().body(containsString("SUMMARY;LANGUAGE=fr:Bureau desk-1"));
        given().get("/api/v1/releases/desk-1")
                .then()
                .body("title", equalTo("Desk <desk-1>"))
                .body("titleIn", equalTo(Map.of("en", "Desk <desk-1>", "fr", "Bureau desk-1")))
                .body("notes", equalTo("Jadid"))
                .body("notesIn", equalTo(Map.of("ar", "Jadid")));
    }

    /** Only the people who prepare a draft can see it. Its pages carry a warning. */
    private void previewed(SiteSession reviewer) {
        String banner = "Draft: not published, do not quote.";
        String preview = DESK + "/desk-1/preview";
        String changes = reviewer.page(preview + "/changes?dataflow=OFFENCES&kind=new");
        assertTrue(changes.contains(banner) && changes.contains("410"), changes);
        String coverage = reviewer.page(preview + "/coverage?dataflow=OFFENCES&region=142");
        assertTrue(coverage.contains(banner) && coverage.contains(preview + "/areas/CHN"), coverage);
        assertFalse(coverage.contains("/api/v1/coverage"), "a browser has no access to that address");
        String area = reviewer.page(preview + "/areas/CHN");
        assertTrue(area.contains(banner) && area.contains("TIPstats release desk-1, not published"), area);
        SiteSession.open(people.submitter("CHN"))
                .request()
                .get(preview + "/areas/CHN")
                .then()
                .statusCode(403);
        given().get("/en/releases/desk-1/changes").then().statusCode(404);
        reviewer.request().get(DESK + "/no-such/preview/areas").then().statusCode(404);
    }

    /** Oceania's total of 303 is public, so with Tonga's 3 the 300 of the only other area cannot be public. */
    @Test
    void theCostOfProtectionIsInNumbers() throws InterruptedException {
        String header = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("VICTIMS_SUPPORT", "TON", header + "TON,_T,_T,2002,3\n");
        releases.accept("VICTIMS_SUPPORT", "SLB", header + "SLB,_T,_T,2002,300\n");
        SiteSession reviewer = SiteSession.open(people.reviewer());
        draft(reviewer, "desk-cost", "");

        String seen = reviewer.page(DESK + "/desk-cost");
        assertTrue(seen.contains("<th scope=\"row\">Tonga · 2002</th><td>a small count</td>"), seen);
        assertTrue(
                seen.contains("<th scope=\"row\">Solomon Islands · 2002</th>"
                        + "<td>it would reveal another withheld figure</td>"),
                seen);
        assertTrue(seen.contains(" to protect other figures."), seen);
        assertTrue(seen.contains("<th scope=\"row\">Nothing: totals</th>"), seen);
    }

    /** Where the answer of a check is a number, the page shows the number instead of "OK". */
    @Test
    void checksShowTheirNumbers() throws InterruptedException {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204,2014,400\n");
        SiteSession reviewer = SiteSession.open(people.reviewer());
        draft(reviewer, "desk-numbers", "");

        String seen = reviewer.page(DESK + "/desk-numbers");
        assertTrue(
                Pattern.compile("<p>Figures to publish: <strong>[0-9,]+ figures and rates</strong>")
                        .matcher(seen)
                        .find(),
                seen);
        assertTrue(
                Pattern.compile("<p>Figures withheld to protect persons: <strong>[0-9,]+ of [0-9,]+ figures and rates<")
                        .matcher(seen)
                        .find(),
                seen);
        assertTrue(seen.contains("<p>Comments that reveal withheld figures: <strong>none</strong>"), seen);
        assertTrue(
                seen.contains("<span class=\"tag good\">OK</span> Totals of all regions and of the world are public"),
                seen);
        assertFalse(seen.contains("protection-cost"), "the time it took is not for publishers to judge");
        assertTrue(releases.as(AccountRole.PUBLISHER)
                .get("/api/v1/releases/desk-numbers/checks")
                .asString()
                .contains("protection-cost"));
    }
}
