package org.tipstats.site.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Goes from a draft through its checks to the publication by another person, in a browser, in English and in Arabic.
 */
@QuarkusTest
class ReleaseJourneyTest extends PageTest {

    private static final Page.WaitForURLOptions LONG = new Page.WaitForURLOptions().setTimeout(240_000);

    @Inject
    SignedIn people;

    @Inject
    TestReleases releases;

    /** Accepts a new figure to publish. */
    private void figures(int year) {
        releases.accept("OFFENCES", "CHN", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nCHN,0204," + year + ",400\n");
    }

    @Test
    void thePagesAreFitForEveryone() {
        figures(2013);
        releases.draft("desk-looks", null);
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = signedIn(people.publisher(), look)) {
                String desk = "/" + look.language() + "/desk/releases";
                seen.go(desk);
                seen.checkBoth("releases");
                seen.go(desk + "/desk-looks");
                seen.checkBoth("release");
                seen.page().click("a[href$='/preview/areas/001']");
                seen.page().waitForSelector(".draft-banner");
                seen.checkBoth("preview-area");
                seen.go(desk + "/desk-looks/preview/changes");
                seen.checkBoth("preview-changes");
                seen.go(desk + "/desk-looks/publication");
                seen.checkBoth("publication");
                seen.go(desk + "/new");
                seen.checkBoth("draft");
                seen.page().click("form.stack button[type=submit]");
                seen.page().waitForSelector("#errors");
                seen.checkBoth("draft-fault");
            }
        }
        releases.as(AccountRole.PUBLISHER).delete("/api/v1/releases/desk-looks");
    }

    @Test
    void inEnglishADraftBecomesARelease() {
        journey(PageView.at(PageView.DESK), "desk-en", 2014);
    }

    @Test
    void inArabicADraftBecomesAReleaseWithoutScripts() {
        journey(PageView.at(PageView.PHONE).in("ar").withoutScript(), "desk-ar", 2015);
    }

    private void journey(PageView look, String id, int year) {
        figures(year);
        releases.publish(id + "-before");
        try (BrowserPage seen = signedIn(people.reviewer(), look)) {
            Page page = seen.page();
            page.click(".desk-bar a[href$='/desk/releases']");
            page.click(".next a.button");
            page.fill("#id", id);
            page.fill("#title-" + look.language(), "Desk " + id);
            page.click("form.stack button[type=submit]");
            page.waitForURL("**/desk/releases/" + id, LONG);
            assertEquals(1, page.locator(".decision-bar button[disabled]").count());
            seen.check();
        }
        try (BrowserPage seen = signedIn(people.publisher(), look)) {
            Page page = seen.page();
            seen.go("/" + look.language() + "/desk/releases/" + id);
            page.click(".decision-bar a.button");
            page.waitForURL("**/publication");
            page.fill("#typed", id);
            page.click("form.stack button[type=submit]");
            page.waitForURL("**/desk/releases/" + id, LONG);
            page.waitForSelector(".decision-bar .tag.good");
            seen.picture("release-published").check();
        }
        assertEquals(
                "PUBLISHED",
                releases.as(AccountRole.PUBLISHER).get("/api/v1/releases/" + id).path("status"));
    }
}
