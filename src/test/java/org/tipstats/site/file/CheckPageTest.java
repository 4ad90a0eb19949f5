package org.tipstats.site.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;
import org.tipstats.vocabulary.schema.Code;

/** Tests the check of a file in a real browser. */
@QuarkusTest
class CheckPageTest extends PageTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";
    private static final String PROGRESS = ".*(Reading the rows|Comparing the figures): [0-9]+ % done.*";

    /** Longer than the check takes on a machine that is busy. */
    private static final int PATIENCE_MILLIS = 600_000;

    private static final String MISTAKES = HEADER + "GLP,W,_T,_T,2015,40\nGLP,M,_T,_T,2015,<5\n";

    @Test
    void theFormIsFitForEveryone() {
        checkLooks("/check", "check");
        try (BrowserPage seen = open("/check", PageView.at(PageView.TABLET))) {
            seen.picture("check").check();
        }
    }

    @Test
    void theExampleIsCheckedWithoutLeavingThePage() {
        try (BrowserPage seen = open("/check", PageView.at(PageView.DESK).in("fr"))) {
            seen.page().click("button[name=example]");
            seen.page().waitForSelector(".verdict");
            seen.picture("check-example").check();

            assertEquals(
                    "Ce fichier contient 3 erreurs et n’a pas été accepté.",
                    seen.page().textContent(".verdict"));
            assertEquals("errors", seen.page().evaluate("() => document.activeElement.id"));
            assertTrue(seen.page().url().endsWith("/fr/check"), seen.page().url());
        }
    }

    @Test
    void aFileIsCheckedNarrowedAndCorrected() throws IOException {
        journey(PageView.at(PageView.DESK));
    }

    @Test
    void theSameInArabicOnAPhoneAtNight() throws IOException {
        journey(PageView.at(PageView.PHONE).in("ar").dark());
    }

    private static void journey(PageView look) throws IOException {
        try (BrowserPage seen = open("/check", look)) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("mistakes.csv", MISTAKES));
            seen.picture("check-chosen").check();
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector(".verdict");
            seen.picture("check-report").check();
            assertEquals(2, page.locator("td.bad.error").count());
            assertEquals("errors", page.evaluate("() => document.activeElement.id"));
            assertFalse(page.isVisible("#file"), "the page must not ask for the file again");

            page.locator("button[name=show]").first().click();
            page.waitForFunction("() => document.querySelectorAll('td.bad').length === 1");
            assertEquals("cells", page.evaluate("() => document.activeElement.id"));
            seen.check();

            for (int i = 0; i < 2; i++) {
                Download corrected = page.waitForDownload(
                        () -> page.locator("button.correct").click());
                assertEquals(MISTAKES.replace(",W,", ",F,"), content(corrected), "each download is the same");
            }
            Download remarks = page.waitForDownload(() -> page.click("button[formaction$='/remarks/csv']"));
            assertTrue(content(remarks).contains("GLP,M,_T,_T,2015,<5,3,error,"));
        }
    }

    @Test
    void withoutScriptsTheSameFormsDoTheSame() throws IOException {
        try (BrowserPage seen = open("/check", PageView.at(PageView.DESK).withoutScript())) {
            Page page = seen.page();
            page.click("form[data-upload] button[type=submit]");
            page.waitForLoadState();
            assertEquals(2, page.locator("#errors a").count());
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("mistakes.csv", MISTAKES));
            page.click("form[data-upload] button[type=submit]");
            seen.picture("check-report").check();
            assertEquals(2, page.locator("td.bad.error").count());

            page.setInputFiles("#file", file("mistakes.csv", MISTAKES));
            page.locator("button[name=show]").first().click();
            page.waitForLoadState();
            assertEquals(1, page.locator("td.bad.error").count());
            page.setInputFiles("#file", file("mistakes.csv", MISTAKES));
            Download corrected =
                    page.waitForDownload(() -> page.locator("button.correct").click());
            assertEquals(MISTAKES.replace(",W,", ",F,"), content(corrected));
        }
    }

    /**
     * The progress bar shows the percentage of the check, not only of the upload. The page asks for it while the check runs, so
     * on a fast machine only a larger file shows it.
     */
    @Test
    void aLargeFileShowsHowFarItsCheckIs() {
        String texts = "";
        for (int areas = 24; areas <= 192 && !texts.matches(PROGRESS); areas *= 2) {
            texts = progressTexts(file("large.csv", large(areas)));
        }
        assertTrue(texts.matches(PROGRESS), texts);
    }

    /** Returns all texts that the page shows about the progress of a check, until its report is there. */
    private static String progressTexts(FilePayload file) {
        try (BrowserPage seen = open("/check", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file);
            page.evaluate("""
                    () => { window.progressTexts = []; new MutationObserver(() => {
                      window.progressTexts.push(document.getElementById('sending-text').textContent);
                    }).observe(document.getElementById('sending'), { childList: true, subtree: true }); }""");
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector(".verdict", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            return String.valueOf(page.evaluate("() => window.progressTexts.join('|')"));
        }
    }

    /** Makes a file of 832 rows for each area. */
    private static String large(int number) {
        List<String> areas = SampleCubes.SCHEMAS.areas().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .map(Code::id)
                .limit(number)
                .toList();
        StringBuilder rows = new StringBuilder(HEADER);
        for (String area : areas) {
            for (String age : List.of("_T", "Y0T17", "Y_GE18", "_U")) {
                for (String form : List.of("_T", "SEX", "LAB", "ORG")) {
                    for (int year = 2004; year < 2017; year++) {
                        for (String sex : List.of("F", "M", "_T", "_U")) {
                            rows.append(String.join(",", area, sex, age, form, Integer.toString(year), "7"))
                                    .append('\n');
                        }
                    }
                }
            }
        }
        return rows.toString();
    }

    @Test
    void aCleanFileSaysSoAndListsWhatItPassed() {
        try (BrowserPage seen = open("/check", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles(
                    "#file",
                    file(
                            "clean.csv",
                            HEADER
                                    + "GLP,_T,_T,_T,2014,1040\nGLP,_T,_T,_T,2016,1060\nGLP,F,_T,_T,2016,700\nGLP,M,_T,_T,2016,360\n"));
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector(".clean .verdict");
            seen.picture("check-clean").check();
            assertEquals(
                    "The file contains: 4 figures, 1 country or area, 2 years (2014–2016).",
                    page.locator(".read").nth(1).textContent());
            assertEquals(
                    "The rows without a breakdown add up to 2,100.",
                    page.locator(".read").nth(2).textContent());
            page.click(".passed summary");
            assertTrue(page.locator(".passed li").count() > 10);
        }
    }

    private static String content(Download download) throws IOException {
        return Files.readString(download.path()).replace("\uFEFF", "");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
