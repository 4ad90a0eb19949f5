package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Goes from a table in its own layout to its figures and a saved mapping, in a real browser. */
@QuarkusTest
class TableJourneyTest extends PageTest {

    private static final String TABLE = """
            Victims of trafficking in persons,,,
            Sex,2014,2015,Rate per 100 000
            Women,12,15,0.2
            Men,7,-,0.1
            Zorblax,1,2,0.0
            """;

    @Inject
    SignedIn people;

    @Test
    void theFirstPageIsFitForEveryone() {
        checkLooks("/table", "table-start");
    }

    @Test
    void withoutAFileTheFormSaysSo() {
        try (BrowserPage seen = open("/table", PageView.at(PageView.DESK).withoutScript())) {
            seen.page().click("form[enctype] button[type=submit]");
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

    private static final String TITLED = """
            Victims of trafficking in persons,,
            Ministry,Police,Courts
            Sex,2014,2015
            Women,12,15
            Men,7,4
            All crimes,900,950
            """;

    @Test
    void theHeaderAndTheRangeAreMovedByHandWithoutScripts() {
        moved(PageView.at(PageView.DESK).withoutScript());
    }

    @Test
    void theSameWithScriptsInFrenchOnAPhone() {
        moved(PageView.at(PageView.PHONE).in("fr"));
    }

    private static void moved(PageView look) {
        try (BrowserPage seen = open("/table", look)) {
            Page page = seen.page();
            page.setInputFiles("#file", file(TITLED));
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#your-table");
            Locator fields = page.locator("details[open] .inline-form input:not([type=hidden])");
            assertEquals("2", fields.nth(0).inputValue());
            assertEquals("3", fields.nth(1).inputValue());
            assertEquals("A2:C6", fields.nth(2).inputValue());
            fields.nth(2).fill("A2:C60");
            update(page);
            assertEquals(1, page.locator("fieldset.faulty .fault").count());
            assertTrue(page.textContent("fieldset.faulty .fault").contains("A1:C6"), "the remedy names the sheet");
            assertEquals("A2:C60", fields.nth(2).inputValue(), "what was typed stays");
            seen.picture("table-range-fault").check();
            fields.nth(0).fill("3");
            fields.nth(2).fill("A3:C5");
            update(page);
            seen.picture("table-range").check();
            assertEquals(0, page.locator("fieldset.faulty").count());
            assertEquals("H", page.textContent("#cell-A3 abbr"));
            assertEquals("O", page.textContent("#cell-B6 abbr"));
            assertEquals("A3:C5", fields.nth(2).inputValue());
        }
    }

    private static final String TWO_SUBJECTS = """
            Trafficking in persons
            Registered offences,2013,2014,2015
            Offences of trafficking in persons,9,12,15

            Detected victims,2013,2014,2015
            Women,5,7,8
            Men,1,3,2
            """;

    @Test
    void tablesOfSeveralDataflowsAreAskedAboutOneByOne() throws IOException {
        several(PageView.at(PageView.DESK).withoutScript());
    }

    @Test
    void theSameWithScriptsInArabic() throws IOException {
        several(PageView.at(PageView.PHONE).in("ar"));
    }

    private static void several(PageView look) throws IOException {
        try (BrowserPage seen = open("/table", look)) {
            Page page = seen.page();
            page.setInputFiles("#file", file(TWO_SUBJECTS));
            page.click("form[enctype] button[type=submit]");
            page.waitForSelector("#your-table");
            page.selectOption("#area", "GLP");
            page.check("input[name=dataflow][value=several]");
            page.check("input[name=unit][value=NUMBER]");
            page.check("input[name=coverage][value=national]");
            update(page);
            seen.picture("table-parts").check();
            Locator counts = page.locator("fieldset.asked .inline-form select");
            assertEquals(4, counts.count(), "two tables and two empty lines");
            counts.nth(0).selectOption("OFFENCES");
            counts.nth(1).selectOption("VICTIMS");
            update(page);
            seen.picture("table-flows").check();
            assertEquals(2, page.locator("#figures-OFFENCES, #figures-VICTIMS").count());
            Download figures = page.waitForDownload(
                    () -> page.locator("button[value='figures:VICTIMS']").click());
            assertEquals(7, Files.readAllLines(figures.path()).size(), "a header and six figures");
        }
    }

    @Test
    void aFileOfSeveralDataflowsBecomesLinkedSubmissionsWithItsCorrectedCell() {
        try (BrowserPage seen = signedIn(people.submitter("BOL"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            upload(seen, "en", file(TWO_SUBJECTS));
            page.click("a.button[href$='/table']");
            page.waitForSelector("#your-table");
            assertTrue(page.isChecked("input[name=dataflow][value=VICTIMS]"), "as it was uploaded");
            page.check("input[name=dataflow][value=several]");
            page.check("input[name=unit][value=NUMBER]");
            page.check("input[name=coverage][value=national]");
            update(page);
            Locator counts = page.locator("fieldset.asked .inline-form select");
            counts.nth(0).selectOption("OFFENCES");
            counts.nth(1).selectOption("VICTIMS");
            update(page);
            page.click("summary:has-text('Correct cells')");
            page.fill("#correction-0", lastCell());
            page.fill("#correct-0", "3");
            update(page);
            page.fill("#name", "Police and courts");
            page.click("button[value=save]");
            page.waitForSelector("#origin");
            seen.picture("table-linked").check();
            String origin = page.locator("section:has(#origin)").textContent();
            assertTrue(origin.contains("“Police and courts”, version 1"), origin);
            assertTrue(origin.contains(lastCell()), origin);
            page.locator("section:has(#origin) ul a").click();
            page.waitForSelector("#origin");
            assertTrue(page.textContent("h1 + .lead").contains("victims"), page.textContent("h1 + .lead"));
        }
    }

    /** Returns the address of the last number of the file with two subjects. */
    private static String lastCell() {
        return "D" + TWO_SUBJECTS.lines().count();
    }

    @Test
    void aFiscalYearIsKeptWithTheSubmission() {
        try (BrowserPage seen = signedIn(people.submitter("ECU"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            upload(seen, "en", file("Victims of trafficking in persons,2016/17\nWomen,12\nMen,7\n"));
            page.click("a.button[href$='/table']");
            page.waitForSelector("#your-table");
            page.check("input[name=unit][value=NUMBER]");
            page.check("input[name=coverage][value=national]");
            update(page);
            Locator year = page.locator("#words ~ fieldset .field:has(.tag) input:not([type=hidden])");
            assertEquals(1, year.count());
            year.fill("2016");
            update(page);
            page.fill("#name", "Fiscal");
            page.click("button[value=save]");
            page.waitForSelector(".timeline, .verdict");
            assertEquals(0, page.locator(".error .verdict, .invalid .verdict").count(), "the figures have no errors");
        }
    }

    @Test
    void aTableOfRatesLeadsToTheQuestionsToo() {
        try (BrowserPage seen = open("/check", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            String rates = "Year,Victims of trafficking per 100 000\n2014,0.2\n2015,0.3\n2016,0.4\n2017,0.1\n";
            page.setInputFiles("#file", file(rates));
            page.click("form[data-upload] .actions button[type=submit]");
            page.waitForSelector(".verdict");
            assertEquals(1, page.locator("button[formaction$='/table']").count());
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
        String address;
        try (BrowserPage seen = signedIn(people.submitter("URY"), PageView.at(PageView.DESK))) {
            upload(seen, "en");
            address = seen.page().url().replaceAll("^https?://[^/]+", "").replace("/report", "/table");
        }
        try (BrowserPage seen = signedIn(people.submitter("PAN"), PageView.at(PageView.DESK))) {
            assertEquals(404, seen.go(address).status());
        }
    }

    private static void upload(BrowserPage seen, String language) {
        upload(seen, language, file());
    }

    private static void upload(BrowserPage seen, String language, FilePayload file) {
        Page page = seen.page();
        seen.go("/" + language + "/desk/submissions/new");
        page.selectOption("#dataflow", "VICTIMS");
        page.setInputFiles("#file", file);
        page.click("form[enctype] .actions button[type=submit]");
        page.waitForSelector(".verdict");
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

    private static void update(Page page) {
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.locator("form.page > p.actions button").click());
        page.waitForLoadState();
    }

    private static FilePayload file() {
        return file(TABLE);
    }

    private static FilePayload file(String text) {
        return new FilePayload("national.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
