package org.tipstats.site.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.disseminate.comparison.MirrorDataflowTest;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the page of due files in a real browser. */
@QuarkusTest
class DuePageTest extends PageTest {

    @Inject
    SignedIn people;

    @Inject
    TestReleases releases;

    @Inject
    Clock clock;

    /** Population figures of a later year must not make the years between seem due. */
    @Test
    void theLastReportedYearsStandThere() {
        int now = clock.instant().atZone(ZoneOffset.UTC).getYear();
        String year = Integer.toString(now - 2);
        String later = Integer.toString(now - 1);
        releases.accept(
                "POPULATION", "GRC", "REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\nGRC,_T,_T," + later + ",10000000\n");
        String token = people.submitter("GRC", "GUF");
        try (BrowserPage seen = signedIn(token, PageView.at(PageView.DESK))) {
            send(seen, year);
            seen.go("/en/desk/due?area=GRC");
            seen.picture("due").check();
            Page page = seen.page();
            List<String> years = page.locator("main thead th").allTextContents();
            assertEquals(List.of("Dataset", year), years, "only years with figures of this area");
            Locator victims = page.locator("main tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("Detected victims of trafficking in persons"))
                    .first();
            assertEquals("Waiting for review", victims.locator("td").first().textContent());
            long reported = SampleCubes.SCHEMAS.submitted().stream()
                    .filter(flow -> !flow.isReference())
                    .count();
            assertEquals(reported, page.locator("main tbody tr").count());
            assertEquals(List.of(year), page.locator("main .bullets strong").allTextContents());
            assertEquals(
                    reported - 1,
                    page.locator("main .bullets li:has-text('nothing yet')").count());
            String text = page.textContent("main");
            assertTrue(text.contains("There is no deadline, so nothing is due."), text);
            assertFalse(text.contains("missing"), text);
            victims.locator("td").first().locator("a").click();
            page.waitForSelector(".timeline");

            seen.go("/en/desk/due?area=GRC");
            assertTrue(page.locator("main .bullets a[href$='template.xlsx?area=GRC']")
                            .count()
                    > 0);
            page.locator("main .bullets a").first().click();
            assertTrue(page.url().contains("/desk/submissions/new?dataflow="));
            assertEquals("OFFENCES", page.inputValue("#dataflow"), "the form must open with the dataset chosen");
            assertEquals(404, seen.go("/en/desk/due?area=AUT").status());
        }
        for (PageView look : List.of(
                PageView.at(PageView.PHONE).in("ar").dark(),
                PageView.at(PageView.TABLET),
                PageView.at(PageView.PHONE))) {
            try (BrowserPage seen = signedIn(token, look)) {
                seen.go("/" + look.language() + "/desk/due");
                seen.picture("due").check();
            }
        }
    }

    /**
     * Vanuatu publishes 600 detected victims with the citizenship of Solomon Islands, see {@link MirrorDataflowTest}.
     */
    @Test
    void whatOthersPublishOfTheSamePeopleIsAsked() {
        MirrorDataflowTest.publish(releases);
        String question = "Vanuatu published 600 detected victims with the citizenship of Solomon Islands.";

        assertTrue(
                SiteSession.open(people.submitter("SLB")).page("/en/desk/due").contains(question));
        assertFalse(
                SiteSession.open(people.submitter("NCL")).page("/en/desk/due").contains("id=\"mirror\""));
        try (BrowserPage seen =
                signedIn(people.submitter("SLB"), PageView.at(PageView.PHONE).in("ar"))) {
            seen.go("/ar/desk/due");
            assertTrue(
                    seen.page().locator("#mirror ~ ul li").first().textContent().contains("600"));
            seen.picture("due-mirror").check();
        }
    }

    @Test
    void onlyThoseWhoSendFilesHaveIt() {
        SiteSession reviewer = SiteSession.open(people.reviewer());
        assertFalse(reviewer.page("/en/desk").contains("href=\"/en/desk/due\""));
        reviewer.get("/en/desk/due").statusCode(403);
    }

    private static void send(BrowserPage seen, String year) {
        Page page = seen.page();
        String rows = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nGRC,_T,_T,_T," + year + ",7\n";
        seen.go("/en/desk/submissions/new?dataflow=VICTIMS");
        page.setInputFiles("#file", new FilePayload("due.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        page.click("form[data-upload] button[type=submit]");
        page.waitForSelector(".timeline");
    }
}
