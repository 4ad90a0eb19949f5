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

    @Test
    void whatCameInStandsBesideWhatIsMissing() {
        String year = Integer.toString(clock.instant().atZone(ZoneOffset.UTC).getYear() - 1);
        String token = people.submitter("GRC", "GUF");
        try (BrowserPage seen = signedIn(token, PageView.at(PageView.DESK))) {
            send(seen, year);
            seen.go("/en/desk/due?area=GRC");
            seen.picture("due").check();
            Page page = seen.page();
            // Other tests may have published figures of a later year.
            List<String> years = page.locator("main thead th").allTextContents();
            int column = years.indexOf(year);
            assertTrue(column > 0, years.toString());
            Locator victims = page.locator("main tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("Detected victims of trafficking in persons"))
                    .first();
            assertEquals(
                    "Waiting for review", victims.locator("td").nth(column - 1).textContent());
            long reported = SampleCubes.SCHEMAS.submitted().stream()
                    .filter(flow -> !flow.isReference())
                    .count();
            assertEquals(reported, page.locator("main tbody tr").count());
            assertEquals(
                    column == 1 ? reported - 1 : reported,
                    page.locator("main .bullets li").count(),
                    "all datasets of the newest year but the victims are missing");
            victims.locator("td").nth(column - 1).locator("a").click();
            page.waitForSelector(".timeline");

            seen.go("/en/desk/due?area=GRC");
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
        try (BrowserPage seen =
                signedIn(people.reviewer(), PageView.at(PageView.DESK).withoutScript())) {
            assertEquals(0, seen.page().locator("a[href='/en/desk/due']").count());
            assertEquals(403, seen.go("/en/desk/due").status());
        }
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
