package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageView;

/** Goes from a table in its own layout to its figures and a saved mapping, in a real browser. */
@QuarkusTest
class TableJourneyTest extends TableJourney {

    private static final String TABLE = """
            Victims of trafficking in persons,,,
            Sex,2014,2015,Rate per 100 000
            Women,12,15,0.2
            Men,7,-,0.1
            Zorblax,1,2,0.0
            """;

    private static final int MOST_STOPS = 300;

    @Test
    void theFirstPageIsFitForEveryone() {
        checkLooks("/table", "table-start");
    }

    @Test
    void withoutAFileTheFormSaysSo() {
        try (BrowserPage seen = open("/table", PageView.at(PageView.DESK).withoutScript())) {
            seen.page().click("form[enctype] button[type=submit]");
            seen.page().waitForLoadState();
            assertTrue(seen.page().title().startsWith("Error:"), seen.page().title());
            seen.check();
        }
    }

    @Test
    void aCheckedTableBecomesFiguresWithoutAnAccountAndWithoutScripts() throws IOException {
        checked(PageView.at(PageView.DESK).withoutScript());
    }

    @Test
    void theSameWithScriptsOnAPhoneAtNight() throws IOException {
        checked(PageView.at(PageView.PHONE).dark());
    }

    private static void checked(PageView look) throws IOException {
        try (BrowserPage seen = open("/check", look)) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file());
            page.click("form[data-upload] .actions button[type=submit]");
            page.waitForSelector(".verdict");
            seen.picture("table-report").check();
            if (!look.script()) {
                page.setInputFiles("#file", file());
            }
            page.click("button[formaction$='/table']");
            page.waitForSelector("#your-table");
            seen.picture("table-asked").check();
            assertEquals("?", page.textContent("#cell-B3 abbr"), "nothing is used before the questions are answered");
            assertEquals("O", page.textContent("#cell-D3 abbr"));
            assertTrue(page.isChecked("input[name=dataflow][value=VICTIMS]"), "answered on the form of the check");

            page.selectOption("#area", "GLP");
            answer(page);
            seen.picture("table-answered").check();
            assertEquals("U", page.textContent("#cell-B3 abbr"));
            page.click("#cell-C3 a");
            assertTrue(page.url().endsWith("#figure-2"), page.url());
            page.click("#figure-2 a");
            assertTrue(page.url().endsWith("#cell-C3"), "and back");
            Download figures = page.waitForDownload(
                    () -> page.locator("button[value='figures:VICTIMS']").click());
            List<String> rows = Files.readAllLines(figures.path());
            assertEquals(7, rows.size(), "a header and six figures");
            assertTrue(rows.get(0).contains("REF_AREA"), rows.get(0));
            Download mapping = page.waitForDownload(
                    () -> page.locator("button[value=mapping]").click());
            assertTrue(Files.readString(mapping.path()).contains("Zorblax"));
        }
    }

    @Test
    void aSubmittedTableGoesInWithAMappingThatHasAName() {
        submitted("GUY", PageView.at(PageView.DESK));
    }

    @Test
    void theSameInArabicOnAPhone() {
        submitted("SUR", PageView.at(PageView.PHONE).in("ar"));
    }

    private void submitted(String area, PageView look) {
        try (BrowserPage seen = signedIn(people.submitter(area), look)) {
            Page page = seen.page();
            upload(seen, look.language());
            seen.picture("table-upload-report").check();
            page.click("a.button[href$='/table']");
            page.waitForSelector("#your-table");
            assertFalse(page.isVisible("#area"), "the account has one area");
            answer(page);
            page.fill("#name", "Police");
            page.click("button[value=save]");
            page.waitForSelector(".timeline, .verdict:not(.errors)");
            seen.picture("table-submitted").check();
            assertEquals(0, page.locator(".error .verdict, .invalid .verdict").count(), "the figures have no errors");
        }
    }

    @Test
    void aTitleThatNamesOnlySomeVictimsLeavesItsFiguresOut() {
        try (BrowserPage seen = signedIn(people.submitter("BRB"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            upload(seen, "en", file("Roma women identified as victims of trafficking\nYear,Victims\n2017,12\n"));
            page.click("a.button[href$='/table']");
            page.waitForSelector("#your-table");
            assertTrue(page.isVisible("text=There are no figures yet."));
            page.check("input[name=unit][value=NUMBER]");
            page.check("input[name=coverage][value=national]");
            page.selectOption("select:has(option[value=some])", "some");
            update(page);
            assertEquals("O", page.textContent("#cell-B3 abbr"));
            assertTrue(page.isVisible("text=No figure of this table goes in."));
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (BrowserPage seen = signedIn(people.submitter("TTO"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            upload(seen, "en");
            press(page, "a.button[href$='/table']", "Enter");
            page.waitForSelector("#your-table");
            String first = "input[name=unit], input[name=coverage]";
            press(page, first, "Space");
            press(page, first, "Space");
            updateByKey(page);
            choose(page, "fieldset.asked select", "zero");
            choose(page, "#words ~ fieldset .field:has(.tag) select", "_U");
            updateByKey(page);
            assertEquals(0, page.locator(".tag.warning").count(), "no question is left");
            press(page, "#cell-C3 a", "Enter");
            assertTrue(page.url().endsWith("#figure-2"), page.url());
            press(page, "#figure-2 a", "Enter");
            assertTrue(page.url().endsWith("#cell-C3"), "and back");
            tabTo(page, "#name");
            page.keyboard().type("Police");
            press(page, "button[value=save]", "Enter");
            page.waitForSelector(".timeline, .verdict:not(.errors)");
        }
    }

    /** Moves the focus with the Tab key alone. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
                return;
            }
        }
        fail("the keyboard does not reach " + selector);
    }

    private static void press(Page page, String selector, String key) {
        tabTo(page, selector);
        page.keyboard().press(key);
    }

    /** Chooses a value in each of the lists that a selector finds. */
    private static void choose(Page page, String selector, String value) {
        int lists = page.locator(selector).count();
        assertTrue(lists > 0, selector);
        for (int i = 0; i < lists; i++) {
            tabTo(page, selector);
            for (int j = 0; j < MOST_STOPS && !value.equals(page.evaluate("document.activeElement.value")); j++) {
                page.keyboard().press("ArrowDown");
            }
        }
    }

    private static void updateByKey(Page page) {
        tabTo(page, "p.actions button:not([name])");
        page.evaluate("document.body.id = 'former'"); // The answer arrives before the browser shows it.
        page.keyboard().press("Enter");
        page.waitForSelector("body:not(#former) #your-table");
    }

    @Test
    void aNumberCanBeCorrectedAndTheFileStays() {
        try (BrowserPage seen = signedIn(people.submitter("PRY"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            upload(seen, "en");
            page.click("a.button[href$='/table']");
            page.waitForSelector("#your-table");
            page.click("summary:has-text('Correct cells')");
            page.fill("#correction-0", "B3");
            page.fill("#correct-0", "13");
            update(page);
            assertTrue(page.textContent("#cell-B3").contains("13"));
            seen.go(page.url().replaceAll("^https?://[^/]+", ""));
            assertTrue(page.textContent("#cell-B3").contains("12"));
        }
    }

    @Test
    void anotherAreasTableIsNotThere() {
        String id =
                Desk.submit(people.submitter("URY"), TABLE).header("Location").replaceAll(".*/", "");
        String address = "/en/desk/submissions/" + id + "/table";
        SiteSession.open(people.submitter("URY")).get(address).statusCode(200);
        SiteSession.open(people.submitter("PAN")).get(address).statusCode(404);
    }

    private static void upload(BrowserPage seen, String language) {
        upload(seen, language, file());
    }

    /** Answers all questions in two rounds, as a reader does: words are asked when it is known what is counted. */
    private static void answer(Page page) {
        page.check("input[name=unit][value=NUMBER]");
        page.check("input[name=coverage][value=national]");
        update(page);
        for (Locator question : page.locator("fieldset.asked select").all()) {
            question.selectOption("zero");
        }
        for (Locator word :
                page.locator("#words ~ fieldset .field:has(.tag) select").all()) {
            word.selectOption("_U");
        }
        update(page);
        assertEquals(0, page.locator(".tag.warning").count(), "no question is left");
    }

    private static FilePayload file() {
        return file(TABLE);
    }
}
