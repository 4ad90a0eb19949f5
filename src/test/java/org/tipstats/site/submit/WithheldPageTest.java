package org.tipstats.site.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** An area sees which of its figures would be withheld and sets a stricter threshold, in a real browser. */
@QuarkusTest
class WithheldPageTest extends PageTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    SignedIn people;

    @Test
    void anAreaSeesWhatWouldBeWithheldAndStatesAThreshold() {
        String address;
        try (BrowserPage seen = signedIn(people.submitter("FLK"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            send(seen, "FLK,F,_T,_T,2003,3\nFLK,_T,_T,_T,2003,60\n");
            page.click("a[href$='/withheld']");
            seen.picture("withheld-unknown").check();
            workOut(page);
            seen.picture("withheld").check();
            assertEquals(1, page.locator("main tbody tr").count(), "the total of 60 is not a small count");
            assertRow(page, "Female", "3", "a small count");

            state(page, "4");
            assertTrue(page.title().startsWith("Error:"), "less strict than that of the schema");
            assertEquals("Enter a whole number from 5 to 100.", page.textContent("#threshold-fault"));
            assertEquals("4", page.inputValue("#threshold"));
            seen.picture("withheld-fault").check();
            state(page, "80");
            assertTrue(page.textContent("#thresholds ~ form").contains("counts below 80 are withheld"));
            workOut(page);
            assertEquals(2, page.locator("main tbody tr").count());
            assertRow(page, "2003", "60", "below the threshold set by the country or area");
            page.locator("form[action$='/removal'] button").click();
            page.waitForFunction("() => !document.querySelector('form[action$=\"/removal\"]')");
            address = page.url().replaceAll("^https?://[^/]+/en|#.*", "");
        }
        anOrderNeedsNoScript(address);
        othersMayNot(address);
        try (BrowserPage seen = signedIn(
                people.submitter("FLK"), PageView.at(PageView.PHONE).in("ar").dark())) {
            seen.go("/ar" + address);
            workOut(seen.page());
            seen.picture("withheld").check();
        }
    }

    private void anOrderNeedsNoScript(String address) {
        String removal = "form[action*='/withheld/order/'] button";
        try (BrowserPage seen =
                signedIn(people.submitter("FLK"), PageView.at(PageView.DESK).withoutScript())) {
            Page page = seen.page();
            seen.go("/en" + address);
            setOrder(page, "AGE", "AGE");
            page.waitForSelector("#order-fault");
            assertTrue(page.title().startsWith("Error:"));
            assertEquals("Choose at least one breakdown, and none twice.", page.textContent("#order-fault"));
            assertEquals("AGE", page.inputValue("#keep-2"), "the choices stay");
            seen.picture("withheld-order-fault").check();
            setOrder(page, "EXPLOITATION", "");
            page.waitForSelector(removal);
            assertTrue(page.textContent("#orders ~ form").contains("kept in this order"));
            assertTrue(page.textContent("#orders ~ form").contains("Form of exploitation."));
            seen.picture("withheld-order").check();
            page.click(removal);
            page.waitForSelector(removal, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    private static void setOrder(Page page, String first, String second) {
        page.selectOption("#keep-1", first);
        page.selectOption("#keep-2", second);
        page.click("form[action$='/withheld/order'] button");
    }

    private void othersMayNot(String address) {
        SiteSession.open(people.submitter("GLP")).get("/en" + address).statusCode(404);
        String read = SiteSession.open(people.reviewer()).page("/en" + address);
        assertEquals(0, Jsoup.parse(read).select("#threshold, #order").size(), "only the area may set them");
    }

    private static void assertRow(Page page, String key, String value, String reason) {
        String row = page.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText(reason))
                .first()
                .textContent();
        assertTrue(row.contains(key) && row.contains(value), row);
    }

    private static void state(Page page, String threshold) {
        page.fill("#threshold", threshold);
        page.locator("form[action$='/threshold'] button").click();
        page.waitForSelector("#threshold");
    }

    private static void workOut(Page page) {
        if (page.locator("main tbody tr").count() == 0) {
            page.locator("form[action$='/withheld'] button").click();
            page.waitForSelector("#withheld-caption", new Page.WaitForSelectorOptions().setTimeout(120_000));
        }
    }

    private static void send(BrowserPage seen, String rows) {
        Page page = seen.page();
        seen.go("/en/desk/submissions/new");
        page.selectOption("#dataflow", "VICTIMS");
        page.setInputFiles(
                "#file", new FilePayload("withheld.csv", "text/csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        page.click("form[data-upload] button[type=submit]");
        page.waitForSelector(".timeline");
    }
}
