package org.tipstats.site.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * Goes from the queue to the acceptance in a browser, in English with scripts and in Arabic without, in all usual
 * looks.
 */
@QuarkusTest
class ReviewJourneyTest extends PageTest {

    private static final String AREA = "ARG";

    @Inject
    SignedIn people;

    private String waiting(int year) {
        return Desk.submitted(people.submitter(AREA), Desk.file(AREA, "F,_T,_T," + year + ",51"));
    }

    @Test
    void thePagesAreFitForEveryone() {
        String id = waiting(2012);
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = signedIn(people.reviewer(), look)) {
                seen.go("/" + look.language() + "/desk/review?area=" + AREA);
                seen.checkBoth("queue");
                seen.page().click("a[href$='" + id + "']");
                seen.page().waitForURL("**/" + id);
                seen.checkBoth("review");
                seen.page().click("button.danger");
                seen.page().waitForSelector("#errors");
                assertEquals("errors", seen.page().evaluate("() => document.activeElement.id"));
                seen.checkBoth("review-fault");
            }
        }
    }

    @Test
    void inEnglishAFileGoesFromTheQueueToItsAcceptance() {
        journey(PageView.at(PageView.DESK), 2013, "Accept 1 value");
    }

    @Test
    void inArabicAFileGoesFromTheQueueToItsAcceptanceWithoutScripts() {
        journey(PageView.at(PageView.PHONE).in("ar").withoutScript(), 2014, "قبول قيمة واحدة");
    }

    private void journey(PageView look, int year, String button) {
        String id = waiting(year);
        try (BrowserPage seen = signedIn(people.reviewer(), look)) {
            Page page = seen.page();
            page.click(".desk-bar a[href$='/desk/review']");
            page.waitForURL("**/desk/review");
            page.selectOption("#area", AREA);
            page.click("form.filters button");
            page.waitForURL(url -> url.contains("area=" + AREA));
            page.click("a[href$='" + id + "']");
            page.waitForURL("**/" + id);
            page.click(".decision-bar a[href='#accept']");
            page.fill("#comment", "Read.");
            assertEquals(button, page.textContent("form[action$='/acceptance'] button[type=submit]"));
            page.click("form[action$='/acceptance'] button[type=submit]");
            page.waitForSelector(".decision-bar .tag.good");
            seen.picture("review-accepted").check();
        }
        assertEquals(
                "ACCEPTED",
                SignedIn.as(people.reviewer()).get("/api/v1/submissions/" + id).path("status"));
    }
}
