package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageView;

/** Moves tables, and tells several tables of a file apart, in a real browser. */
@QuarkusTest
class TablePartsJourneyTest extends TableJourney {

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
}
