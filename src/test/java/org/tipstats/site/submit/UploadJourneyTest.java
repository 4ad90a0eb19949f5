package org.tipstats.site.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Goes from a file with errors to the receipt, in a real browser. */
@QuarkusTest
class UploadJourneyTest extends PageTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    SignedIn people;

    @Test
    void aFileWithMistakesBecomesAReceipt() throws IOException {
        journey("BLZ", PageView.at(PageView.DESK));
    }

    @Test
    void theSameInArabicOnAPhone() throws IOException {
        journey("BDI", PageView.at(PageView.PHONE).in("ar"));
    }

    @Test
    void anotherAreasFileIsNotThere() {
        String id = Desk.submit(people.submitter("BHS"), HEADER + "BHS,X,_T,_T,2014,4\n")
                .header("Location")
                .replaceAll(".*/", "");
        String address = "/en/desk/submissions/" + id;
        SiteSession.open(people.submitter("BHS")).get(address + "/report").statusCode(200);
        SiteSession other = SiteSession.open(people.submitter("BRB"));
        for (String part : new String[] {"", "/report", "/receipt", "/receipt/text", "/impact", "/remarks/csv"}) {
            other.get(address + part).statusCode(404);
        }
        other.form()
                .formParam("apply", "unknown-code SEX X")
                .post(address + "/corrected")
                .then()
                .statusCode(404);
    }

    @Test
    void withoutAFileTheFormSaysSo() {
        try (BrowserPage seen =
                signedIn(people.submitter("BLZ"), PageView.at(PageView.DESK).withoutScript())) {
            assertEquals(200, seen.go("/en/desk/submissions/new").status());
            seen.page().click("form[enctype] button[type=submit]");
            seen.page().waitForLoadState();
            assertTrue(seen.page().title().startsWith("Error:"), seen.page().title());
            assertEquals(2, seen.page().locator("#errors a").count());
            seen.check();
        }
    }

    private void journey(String area, PageView look) throws IOException {
        String women = area + ",W,_T,_T,2015,40\n";
        String rest = area + ",M,_T,_T,2015,28\n" + area + ",_T,_T,_T,2015,61\n";
        try (BrowserPage seen = signedIn(people.submitter(area), look)) {
            Page page = seen.page();
            seen.go("/" + look.language() + "/desk/submissions/new");
            seen.picture("upload-form").check();
            send(seen, "mistakes", HEADER + women + rest);
            page.waitForURL("**/report");
            seen.picture("upload-report-errors").check();
            assertEquals("errors", page.evaluate("() => document.activeElement.id"));
            assertEquals("W", page.locator("td.bad.error").first().textContent().strip());
            page.click("#errors a");
            assertEquals("c2-2", page.evaluate("() => document.activeElement.id"), "line 2, second column");

            Download corrected = page.waitForDownload(() -> press(seen, page.locator("button.correct")));
            String content = Files.readString(corrected.path()).replace("\uFEFF", "");
            assertEquals(HEADER + women.replace(",W,", ",F,") + rest, content);

            send(seen, "corrected", content);
            page.waitForSelector(".timeline");
            seen.picture("upload-submission-warnings").check();
            press(seen, page.locator("a.button"));
            page.waitForSelector("#explain");
            seen.picture("upload-report-warnings").check();
            for (Locator field : page.locator("#explain textarea").all()) {
                field.fill("Two sources; the total comes from the courts.");
            }
            press(seen, page.locator("#explain button[type=submit]"));
            page.waitForSelector(".timeline");
            assertEquals(
                    "info", page.locator(".notice .tag").getAttribute("class").replace("tag ", ""));
            seen.picture("upload-submission-sent").check();
            press(seen, page.locator("a[href$='/receipt']"));
            page.waitForURL("**/receipt");
            seen.picture("upload-receipt").check();
            assertTrue(
                    page.textContent("main").replace(" ", "").contains(DigestUtils.sha256Hex(content)),
                    "the hash of the file");
            Download receipt = page.waitForDownload(() -> press(seen, page.locator("a[download]")));
            String kept = Files.readString(receipt.path());
            assertTrue(kept.contains("SHA-256: " + DigestUtils.sha256Hex(content)) && kept.contains("/receipt"), kept);
            seen.go("/" + look.language() + "/desk/submissions");
            seen.picture("upload-list").check();
            assertEquals(2, page.locator("tbody tr").count());
        }
    }

    /** Presses Enter on an element. */
    private static void press(BrowserPage seen, Locator target) {
        target.focus();
        seen.page().keyboard().press("Enter");
    }

    private static void send(BrowserPage seen, String name, String content) {
        Page page = seen.page();
        seen.go("/" + page.url().replaceAll("^https?://[^/]+/([a-z]{2})/.*", "$1") + "/desk/submissions/new");
        page.selectOption("#dataflow", "VICTIMS");
        page.setInputFiles(
                "#file", new FilePayload(name + ".csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        press(seen, page.locator("form[enctype] button[type=submit]"));
        page.waitForSelector(".timeline, .verdict");
    }
}
