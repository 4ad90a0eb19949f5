package org.tipstats.site.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.explore.PublishedSeries.CHOICE;
import static org.tipstats.site.explore.PublishedSeries.RELEASE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the explorer in a real browser. */
@QuarkusTest
class ExplorerWebsiteTest extends PageTest {

    private static final String PATH = "/data/VICTIMS?" + CHOICE + "&release=" + RELEASE;

    @Inject
    PublishedSeries series;

    @BeforeEach
    void publish() {
        series.publish();
    }

    @Test
    void thePagesAreFitForEveryone() {
        checkLooks("/data", "datasets");
        checkLooks(PATH, "explorer");
        checkLooks("/figure/VICTIMS/A.AND._T._T._T.NUMBER/2004?release=" + RELEASE, "figure");
        try (BrowserPage seen = open("/data/VICTIMS?REF_AREA=&SEX=_T", PageView.at(PageView.NARROW))) {
            seen.check();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "bar", "stacked", "multiples"})
    void aChartIsDrawnAndFitForEveryone(String kind) {
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = open(PATH + "&view=" + kind, look)) {
                // On a phone, the chart is drawn only when it is scrolled near the screen.
                seen.page().locator("figure.chart").scrollIntoViewIfNeeded();
                seen.page().waitForSelector("figure[data-ready] svg");
                hover(seen.page());
                seen.checkBoth("chart-" + kind);
            }
        }
    }

    private static void hover(Page page) {
        page.locator(".plot svg").first().scrollIntoViewIfNeeded();
        page.locator(".plot svg").first().hover();
    }

    /** The bars show the values of the cells. Where there is no bar, the chart shows the sign. */
    @Test
    void theChartHasTheNumbersOfTheTable() {
        try (BrowserPage seen = open(PATH + "&view=bar", PageView.at(PageView.DESK))) {
            seen.page().waitForSelector("figure[data-ready] svg");
            List<String> drawn = seen.page().locator(".plot svg text").allTextContents();

            for (String text : List.of("120", "1,140b", "2001", "2007", "q", "c", "..", "–")) {
                assertTrue(drawn.contains(text), text + " is not in " + drawn);
            }
            String said = seen.page().getAttribute(".plot [aria-label], .plot[aria-label]", "aria-label");
            assertTrue(said.contains("between 0 and 1,140"), said);
        }
    }

    @Test
    void aPictureSaysWhatItShowsAndWhereItIsFrom() throws IOException {
        try (BrowserPage seen = open(PATH + "&view=line", PageView.at(PageView.DESK))) {
            seen.page().waitForSelector("figure[data-ready] svg");
            seen.page().locator("figure.chart").scrollIntoViewIfNeeded();
            Download svg = seen.page().waitForDownload(() -> seen.page().click("[data-picture=svg]"));
            String text = Files.readString(svg.path(), StandardCharsets.UTF_8);
            Download png = seen.page().waitForDownload(() -> seen.page().click("[data-picture=png]"));

            for (String part : List.of(
                    "Detected victims",
                    "release " + RELEASE,
                    "not a measure",
                    "Number · 2001–2007",
                    "/en/data/VICTIMS?",
                    "release=" + RELEASE,
                    "for every purpose")) {
                assertTrue(text.contains(part), part + " is not in " + text);
            }
            assertTrue(svg.suggestedFilename().endsWith(".svg"));
            assertTrue(Files.size(png.path()) > 5_000);
            seen.check();
        }
    }

    @Test
    void withoutScriptsTheFormShowsAnotherPicture() {
        try (BrowserPage seen =
                open(PATH + "&view=line", PageView.at(PageView.DESK).withoutScript())) {
            Page page = seen.page();
            assertFalse(page.isVisible(".plot"));
            assertFalse(page.isVisible(".of-drawing"));
            assertTrue(page.isVisible("figure .drawing"));
            page.click("[data-key=choice-TIME_PERIOD] summary");
            page.locator("input[name=TIME_PERIOD][value='2002']").uncheck();
            page.click(".chips [open] button");
            assertTrue(page.url().contains("TIME_PERIOD=2001,2003,2004"), page.url());
            assertTrue(page.url().contains("release=" + RELEASE));
            page.click(".series a");
            assertTrue(page.url().contains("draw=-"), page.url());
            seen.check();
        }
    }

    /** A press on the legend removes a series and brings it back, and a name adds one, on the same page. */
    @Test
    void aSeriesIsRemovedBroughtBackAndAddedInPlace() {
        String path = "/data/VICTIMS?REF_AREA=AND&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&view=line&release="
                + RELEASE;
        try (BrowserPage seen = open(path, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.evaluate("() => { window.kept = true; }");
            page.fill("#add", "Европа");
            page.keyboard().press("Enter");
            page.waitForSelector("[data-key=series-150][aria-pressed=true]");
            assertTrue(page.url().contains("REF_AREA=AND,150"), page.url());
            page.focus("[data-key=series-AND]");
            page.keyboard().press("Enter");
            page.waitForSelector("[data-key=series-AND][aria-pressed=false]");
            assertEquals(
                    "series-AND", page.evaluate("() => document.activeElement.dataset.key"), "the focus stays there");
            page.waitForSelector("figure[data-ready] svg");
            assertFalse(page.textContent(".plot svg").contains("Andorra"));
            assertTrue(page.textContent("#share-address").contains("draw=150"), "the address to share follows");
            assertEquals(page.textContent("figcaption h2"), page.textContent("#announcements"));
            page.goBack();
            page.waitForSelector("[data-key=series-AND][aria-pressed=true]");
            assertEquals("content", page.evaluate("() => document.activeElement.id"), "what had the focus is gone");
            page.click("#sources summary");
            page.keyboard().press("Escape");
            assertFalse(page.isVisible("#sources > div"));
            assertEquals(true, page.evaluate("() => window.kept"));
            seen.check();
        }
    }

    /** A reader types a name in any language, an ISO code or an M49 code; an empty list says why it is empty. */
    @Test
    void aBoxFindsCodesByNamesInEveryLanguage() {
        String areas = "AND,AUT,DEU,FRA,ITA,ESP,CIV,JPN,CHN,BRA,ROU,SWE,150";
        String path = "/data/VICTIMS?REF_AREA=" + areas + "&SEX=_T&AGE=_T&EXPLOITATION=_T&release=" + RELEASE;
        try (BrowserPage seen = open(path, PageView.at(PageView.DESK))) {
            Locator box = seen.page().locator(".chips details:has(input[name=REF_AREA])");
            box.locator("summary").click();
            Locator field = box.locator("input[type=search]");
            for (String text : List.of("Autriche", "Австрия", "النمسا", "نمسا", "奥地利", "osterreich", "AUT", "040")) {
                field.fill(text);
                seen.page().waitForCondition(() -> shown(box).equals(List.of("AUT")));
            }
            field.fill("cote d'ivoire");
            seen.page().waitForCondition(() -> shown(box).equals(List.of("CIV")));
            field.fill("zzzz");
            assertTrue(box.textContent().contains("Nothing in this list matches."));
            field.fill("");
            assertTrue(shown(box).size() > 12, "an empty field must show everything");
        }
    }

    private static List<String> shown(Locator box) {
        return box.locator("label:visible bdi").allTextContents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theTableShowsItsNewestYearsFirst(String language) {
        try (BrowserPage seen = open(PATH, PageView.at(PageView.PHONE).in(language))) {
            seen.checkFirstSight();
        }
    }

    @Test
    void thePictureComesBeforeChoicesAndTable() {
        for (int width : List.of(PageView.PHONE, PageView.TABLET, PageView.DESK)) {
            try (BrowserPage seen = open("/data/VICTIMS?" + CHOICE + "&view=line", PageView.at(width))) {
                Page page = seen.page();
                page.waitForSelector("figure[data-ready] svg");
                double picture = page.locator(".plot").boundingBox().y;
                double choices = page.locator(".chips").boundingBox().y;
                assertTrue(picture < choices && choices < page.locator("#table").boundingBox().y, width + " pixels");
                assertTrue(picture < 800, "the picture begins at " + picture + " of " + width + " pixels");
                page.click("[data-key=choice-SEX] summary");
                page.click("#sources summary");
                assertTrue(page.isVisible("#citation"));
                assertFalse(page.isVisible("[data-key=choice-SEX] fieldset"), "another menu closes the first");
                if (width > PageView.PHONE) {
                    // An open menu lies over other targets.
                    page.keyboard().press("Escape");
                }
                seen.check();
            }
        }
    }

    /** On paper there is the figure: no choices, tabs or files, and the legend is below the whole drawing. */
    @Test
    void thePrintedPageIsTheFigure() {
        try (BrowserPage seen = open(PATH + "&view=line", PageView.at(PageView.DESK))) {
            Page page = seen.alone().page();
            page.waitForSelector("figure[data-ready] svg");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(700, 900);
            for (String left :
                    List.of("form", "nav", "select", ".choices-of", "#sources", "button:not(.series button)")) {
                for (Locator one : page.locator(left).all()) {
                    assertFalse(one.isVisible(), left + " is printed");
                }
            }
            BoundingBox drawing = page.locator(".plot svg").first().boundingBox();
            assertTrue(drawing.x + drawing.width <= 700, "the drawing is cut");
            assertTrue(drawing.height > 200, "the drawing is " + drawing.height + " pixels high");
            assertTrue(
                    drawing.y + drawing.height <= page.locator("figure .legend").boundingBox().y);
            assertEquals(
                    "avoid",
                    page.evaluate("() => getComputedStyle(document.querySelector('figure.chart')).breakInside"));
            assertTrue(page.isVisible(".printed"));
        }
    }

    /** A sign has its words as its label, in the table and in the tooltip of a chart. */
    @Test
    void aSignHasItsWords() {
        try (BrowserPage seen = open(PATH + "&view=bar", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.waitForSelector("figure[data-ready] svg");
            assertEquals("kept back by the country", page.getAttribute("#table td[data-s=q] .sign", "aria-label"));
            Object told = page.evaluate("async () => {"
                    + " const { read } = await import(document.querySelector('script[src*=charts]').src);"
                    + " return read(document.getElementById('table')).series[0].cells.map(cell => cell.text); }");
            assertTrue(((List<?>) told).contains("q kept back by the country"), String.valueOf(told));
            assertTrue(((List<?>) told).contains("1,140b Time series break"), String.valueOf(told));
        }
    }

    @Test
    void theWordsOfASignAreBeforeTheBaseOfAShare() {
        try (BrowserPage seen = open(PATH + "&view=bar", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.waitForSelector("figure[data-ready] svg");
            Object told = page.evaluate(
                    "async () => {"
                            + " const cell = document.querySelector('#table td:has(.sign)');"
                            + " cell.innerHTML = '40.0%<span class=\"sign\" role=\"img\" aria-label=\"low base\">o</span>'"
                            + " + '<span class=\"aside\"> · </span><span class=\"about\">2 of 5</span>';"
                            + " const { read } = await import(document.querySelector('script[src*=charts]').src);"
                            + " return read(document.getElementById('table')).series.flatMap(one => one.cells).map(one => one.text); }");
            assertTrue(((List<?>) told).contains("40.0%o low base · 2 of 5"), String.valueOf(told));
        }
    }

    @Test
    void theTooltipWritesBoundsLikeValues() {
        String path = "/data/VICTIMS?REF_AREA=150&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&view=bar&release="
                + RELEASE;
        try (BrowserPage seen = open(path, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.waitForSelector("figure[data-ready] svg");
            page.evaluate("() => document.querySelectorAll('#table td').forEach(td =>"
                    + " Object.assign(td.dataset, { v: 8368, l: 8368, h: 8376 }))");
            Object tip = page.evaluate(
                    "async () => { const address = document.querySelector('script[src*=charts]').src;"
                            + " const { tip, read } = await import(address);"
                            + " const table = read(document.getElementById('table'));"
                            + " return tip(table.series, table.categories, document.querySelector('figure.chart'), 0).textContent; }");
            assertTrue(String.valueOf(tip).contains("8,368–8,376"), String.valueOf(tip));
        }
    }
}
