package org.tipstats.site.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the pages of areas, coverage, releases and the search in a browser, in all usual looks. */
@QuarkusTest
class ProfileLooksTest extends PageTest {

    /** Doubles the size of all text, so that few years fill the width. */
    private static final String LARGE_TEXT = """
            new MutationObserver((changes, observer) => {
              if (!document.documentElement) return;
              document.documentElement.style.fontSize = '200%';
              observer.disconnect();
            }).observe(document, { childList: true });""";

    private static final String SCROLLS = """
            () => { const { scrollWidth, clientWidth } = document.querySelector('.scroller'); return scrollWidth > clientWidth; }""";

    /** The years of which a part is under the first column, by their heads. */
    private static final String PARTLY_COVERED = """
            () => { const [names, ...years] = document.querySelector('.scroller thead tr').cells;
              const place = (cell) => cell.getBoundingClientRect();
              const scroller = place(document.querySelector('.scroller'));
              const width = place(names).width;
              const edge = document.dir === 'rtl' ? scroller.right - width : scroller.left + width;
              return years.filter((year) => place(year).left < edge - 1 && place(year).right > edge + 1)
                .map((year) => year.textContent); }""";

    /** Gives a table fifteen years with a range in each, as the large regions have. */
    private static final String FIFTEEN_YEARS = """
            () => { for (const row of document.querySelector('.years:not(.heat)').rows) {
                while (row.cells.length < 16) row.append(row.lastElementChild.cloneNode(true));
                row.querySelectorAll('td').forEach(cell => cell.textContent = '16,779–16,787'); } }""";

    private static final String MANY_YEARS = """
            () => { for (const row of document.querySelector('#table').rows) {
                while (row.querySelectorAll('.n').length < 25) row.append(row.lastElementChild.cloneNode(true));
                row.querySelectorAll('td').forEach(cell => cell.textContent = '0.1234u'); } }""";

    @Inject
    ProfileData data;

    @BeforeEach
    void publish() {
        data.publish();
    }

    @ParameterizedTest
    @CsvSource({
        "area, /areas/FRO",
        "area-nothing, /areas/GGY",
        "region, /areas/150",
        "areas, /areas?q=isl",
        "coverage, /coverage?region=154",
        "releases, /releases",
        "release, /releases/profile-1",
        "changes, /releases/profile-2/changes",
        "search, /search?q=islands"
    })
    void aPageIsFitForEveryone(String name, String path) {
        checkLooks(path, name);
    }

    @ParameterizedTest
    @CsvSource({"en, 560", "en, 580", "ar, 600", "ar, 620"})
    void noYearIsPartlyUnderTheNamesOfTheAreas(String language, int width) {
        try (BrowserPage seen = reader(PageView.at(width).in(language))) {
            seen.page().addInitScript(LARGE_TEXT);
            seen.go("/" + language + "/coverage?region=154");
            assertTrue((boolean) seen.page().evaluate(SCROLLS), "the table must be wider than its place");
            assertEquals(List.of(), seen.page().evaluate(PARTLY_COVERED));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 320", "en, 560", "ar, 320", "ar, 560"})
    void captionsNamesAndTheNewestYearAreInSight(String language, int width) {
        for (String path : List.of("/coverage?region=154", "/areas/FRO")) {
            try (BrowserPage seen = reader(PageView.at(width).in(language))) {
                seen.page().addInitScript(LARGE_TEXT);
                seen.go("/" + language + path);
                seen.checkFirstSight();
            }
        }
    }

    /** The heads of a row stay side by side: here an area and a sex. */
    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void severalHeadsOfARowAreInSight(String language) {
        try (BrowserPage seen = reader(PageView.at(640).in(language))) {
            seen.page().addInitScript(LARGE_TEXT);
            seen.go("/" + language + "/data/VICTIMS?REF_AREA=FRO&SEX=_T,F,M&AGE=_T&EXPLOITATION=_T"
                    + "&UNIT_MEASURE=NUMBER&release=profile-2");
            seen.checkFirstSight();
        }
    }

    /** A browser does not print what is wider than the paper. */
    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void allYearsOfARegionFitOnPaper(String language) {
        try (BrowserPage seen = reader(PageView.at(700).in(language))) {
            seen.go("/" + language + "/areas/154");
            Page page = seen.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate(FIFTEEN_YEARS);
            BoundingBox table = page.locator(".years:not(.heat)").first().boundingBox();
            assertTrue(table.x >= 0 && table.x + table.width <= 700, "the table is " + table.width + " pixels wide");
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void aTableOfManyYearsFitsOnTheLongSideOfPaper(String language) {
        try (BrowserPage seen = reader(PageView.at(980).in(language))) {
            seen.go("/" + language + "/data/VICTIMS?REF_AREA=FRO&SEX=_T,F,M&AGE=_T&EXPLOITATION=_T&view=table");
            Page page = seen.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate(MANY_YEARS);
            BoundingBox table = page.locator("#table").boundingBox();
            assertTrue(table.x >= 0 && table.x + table.width <= 980, "the table is " + table.width + " pixels wide");
            assertEquals("wide", page.locator(".of-table").evaluate("place => getComputedStyle(place).page"));
        }
    }
}
