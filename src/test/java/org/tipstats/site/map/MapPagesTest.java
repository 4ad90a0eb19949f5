package org.tipstats.site.map;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests the maps in the explorer. */
@QuarkusTest
class MapPagesTest extends PageTest {

    private static final String PATH = "/data/VICTIMS?" + PublishedRates.CHOICE + "&view=map";
    private static final Pattern ROW = Pattern.compile(
            "<tr><th scope=\"row\">([^<]*)</th><td class=\"n\"(?: data-v=\"([^\"]*)\")?(?: data-s=\"([^\"]*)\")?>");

    @Inject
    PublishedRates rates;

    @Inject
    SchemaRegistry schemas;

    @BeforeEach
    void publish() {
        rates.publish();
    }

    /** Returns the value and sign of each area in the list, by name. */
    private static Map<String, String> list(String page) {
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2) + " " + row.group(3), (a, b) -> a, TreeMap::new));
    }

    private String name(String code) {
        return schemas.areas().find(code).orElseThrow().name().inLanguage("en");
    }

    private static String file(String page) {
        return Pattern.compile("href=\"(/api/v1/data/VICTIMS[^\"]*)\"[^>]*>These figures as a file")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
    }

    /** The rates are those of 120 per 100,000 people, 80 per 400,000 and 0 per 50,000. */
    @Test
    void theListHasTheRates() {
        Map<String, String> list = list(page("/en" + PATH + "&map.TIME_PERIOD=2003"));

        assertEquals(
                0, Double.compare(120, Double.parseDouble(list.get("Grenada").split(" ")[0])));
        assertEquals(
                0, Double.compare(20, Double.parseDouble(list.get("Saint Lucia").split(" ")[0])));
        assertEquals(
                0,
                Double.compare(
                        0, Double.parseDouble(list.get("Saint Kitts and Nevis").split(" ")[0])));
        assertEquals("null q", list.get("Saint Vincent and the Grenadines"));
        assertNull(list.get("Dominica"), "a missing count must not have a rate");
        assertTrue(page("/en" + PATH).contains(", Dominica,"), "the page must name the areas without a rate");
        String named = page("/en" + PATH.replace("REF_AREA=*", "REF_AREA=DMA,GRD") + "&map.TIME_PERIOD=2003");
        assertEquals("null ..", list(named).get("Dominica"), "a requested area must be in the list");
    }

    @Test
    void mapListTableAndFileHaveTheSameValues() {
        String page = page("/en" + PATH + "&map.TIME_PERIOD=2003");
        List<String> lines = get(file(page))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        List<String> head = List.of(lines.get(0).split(",", -1));
        Map<String, String> api = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String area = cells[head.indexOf("REF_AREA")];
            if (!schemas.areas().find(area).filter(Code::isAreaGroup).isPresent()) {
                api.put(name(area), cells[head.indexOf("OBS_VALUE")]);
            }
        }
        Map<String, String> values = new TreeMap<>();
        list(page).forEach((area, cell) -> {
            if (api.containsKey(area)) {
                values.put(area, cell.startsWith("null") ? "" : cell.split(" ")[0]);
            }
        });
        String table = page("/en/data/VICTIMS?"
                + PublishedRates.CHOICE
                        .replace("SEX=*", "SEX=_T")
                        .replace("TIME_PERIOD=2003,2004", "TIME_PERIOD=2003"));

        assertTrue(api.size() >= 4, api.toString());
        assertEquals(api, values);
        list(table).forEach((area, cell) -> {
            if (api.containsKey(area)) {
                assertEquals(list(page).get(area), cell, area + " in the table");
            }
        });
    }

    @Test
    void everyAreaWithAFigureHasALinkInTheMap() {
        String page = page("/en" + PATH + "&map.TIME_PERIOD=2003");
        List<String> absent = new ArrayList<>();
        for (String code : List.of("GRD", "LCA", "VCT", "KNA", "DMA")) {
            if (!page.contains("/figure/VICTIMS/A." + code + "._T._T._T.PER_100000_POP/2003")) {
                absent.add(code);
            }
        }

        assertEquals(List.of("DMA"), absent, "a missing count must not have a rate");
        assertTrue(page.contains("<title>Grenada: 120"), "a circle must have a title");
    }

    @Test
    void anyChoiceHasAMapThatSaysWhatItPicked() {
        String counts = page("/en" + PATH.replace("PER_100000_POP", "NUMBER"));
        assertEquals(list(page("/en" + PATH)), list(counts), "the rates of the same choice");
        assertTrue(counts.contains("The map shows the rates for your selection."));
        assertTrue(counts.contains("UNIT_MEASURE=NUMBER"), "the other views keep the choice");

        String groups = page("/en" + PATH.replace("PER_100000_POP", "NUMBER").replace("REF_AREA=*", "REF_AREA=001"));
        assertEquals(list(page("/en" + PATH)), list(groups), "the rates of all countries");
        assertTrue(groups.contains("the map shows the rates of all countries and areas"));
        assertFalse(page("/en" + PATH).contains("A map shows rates"));

        assertTrue(page("/en/data/POPULATION?REF_AREA=GRD&view=map").contains("so this dataset has no map"));
        get("/en/data/POPULATION/map.svg?REF_AREA=GRD").then().statusCode(404);
    }

    @Test
    void thePictureSaysWhatItShowsAndWhatBordersMean() {
        for (String language : List.of("en", "fr", "es", "ru", "ar", "zh")) {
            get("/" + language + "/data/VICTIMS/map.svg?" + PublishedRates.CHOICE)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("image/svg+xml"))
                    .body(containsString("Earth"), containsString("map-1"), containsString("2004"))
                    .body(containsString(">http://"), containsString("release=map-1"))
                    .body(not(containsString("style=")));
        }
    }

    @Test
    void theShapesAreKeptForGood() {
        String address = Pattern.compile("(/map/[0-9a-f]{12}/world\\.svg)#GRD")
                .matcher(page("/en" + PATH))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseGet(() -> Pattern.compile("(/map/[0-9a-f]{12}/world\\.svg)#")
                        .matcher(page("/en" + PATH))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));

        get(address)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", containsString("immutable"));
        get("/map/000000000000/world.svg").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void theMapIsFitForEveryone() {
        checkLooks(PATH, "map");
        for (PageView look : List.of(
                PageView.at(PageView.NARROW),
                PageView.at(PageView.TABLET),
                PageView.at(PageView.TABLET).in("ar").dark())) {
            try (BrowserPage seen = open(PATH, look)) {
                seen.picture("map").check();
            }
        }
    }

    @Test
    void aFingerOnAShapeShowsItsFigureAndThePictureIsAFile() throws IOException {
        try (BrowserPage seen = open(PATH, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.waitForSelector(".world-map [data-says]");
            page.dispatchEvent(".world-map circle.k5", "pointermove", Map.of("pointerType", "mouse"));
            assertTrue(
                    page.textContent(".map-tip").matches("(?s).*: [0-9.]+.*Class: over.*"),
                    page.textContent(".map-tip"));
            page.keyboard().press("Escape");
            assertFalse(page.isVisible(".map-tip"));
            page.evaluate("""
                    () => {
                      const shape = document.querySelector('.world-map circle.k5').parentNode;
                      shape.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
                      shape.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
                    }""");
            assertTrue(page.getAttribute(".map-tip a", "href").contains("/figure/VICTIMS/"));
            Download png = page.waitForDownload(() -> page.click("[data-png]"));
            assertTrue(Files.size(png.path()) > 5_000);
            seen.check();
        }
    }

    /** Of 120, 80, 0 and a number that the country keeps back. */
    @Test
    void sharesAreThoseOfThePublishedPartsInPageAndApi() {
        String choice = "REF_AREA=GRD,LCA,KNA,VCT&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2003"
                + "&release=" + PublishedRates.RELEASE;
        String page = page("/en/data/VICTIMS?" + choice + "&view=share");
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = open("/data/VICTIMS?" + choice + "&view=share", look)) {
                seen.page().locator("figure.chart").scrollIntoViewIfNeeded();
                seen.page().waitForSelector("figure[data-ready] svg");
                List<String> drawn = seen.page().locator(".plot svg text").allTextContents();
                assertTrue(drawn.contains("60.0%") && drawn.contains("n = 200"), drawn.toString());
                seen.checkBoth("chart-share");
            }
        }

        assertTrue(page.contains("data-v=\"120\" data-q=\"60.0\" data-w=\"200\""), "Grenada");
        assertTrue(page.contains(">60.0%<span class=\"aside\"> · </span><span class=\"about\">120 of 200</span>"));
        assertTrue(page.contains("<td class=\"n\" data-s=\"q\">"), "what is withheld has no share");
        get("/api/v1/series/VICTIMS?" + choice)
                .then()
                .body("series.find { it.key.REF_AREA == 'GRD' }.points[0].share", equalTo(60.0f))
                .body("series.find { it.key.REF_AREA == 'KNA' }.points[0].share", equalTo(0.0f))
                .body("series.find { it.key.REF_AREA == 'LCA' }.points[0].base", equalTo(200))
                .body("series.find { it.key.REF_AREA == 'VCT' }.points[0].share", nullValue());
    }

    @Test
    void aLongTableIsNarrowedByTyping() {
        try (BrowserPage seen = open(
                "/data/VICTIMS?" + PublishedRates.CHOICE.replace("PER_100000_POP", "*"), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            int rows = page.locator("#table tbody tr:visible").count();
            assertTrue(rows > 12, rows + " rows are no long table");
            page.fill(".of-table input[type=search]", "grénada");
            int some = page.locator("#table tbody tr:visible").count();
            assertTrue(some > 0 && some < rows, some + " rows");
            assertEquals(
                    some,
                    page.locator("#table tbody tr:visible:has-text('Grenada')").count());
            seen.check();
        }
    }

    @Test
    void anotherYearComesWithoutANewPage() {
        try (BrowserPage seen = open(PATH, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            assertTrue(page.locator("#map h2").textContent().endsWith("2004"));
            page.evaluate("() => { window.kept = true; }");
            page.focus(".year-range");
            page.keyboard().press("ArrowLeft");
            page.waitForFunction("() => document.querySelector('#map h2').textContent.endsWith('2003')");

            assertTrue(page.url().contains("map.TIME_PERIOD=2003"), page.url());
            assertEquals(true, page.evaluate("() => window.kept"));
            assertEquals("year-range", page.evaluate("() => document.activeElement.className"));
            page.click("a.step[rel=next]");
            page.waitForFunction("() => document.querySelector('#map h2').textContent.endsWith('2004')");
            seen.check();
        }
    }

    @Test
    void withoutScriptsTheFormShowsAnotherYear() {
        try (BrowserPage seen = open(PATH, PageView.at(PageView.DESK).withoutScript())) {
            seen.page().selectOption("#map-year", "2003");
            seen.page().click(".map-choice button");

            assertTrue(seen.page().locator("#map h2").textContent().endsWith("2003"));
            assertTrue(seen.page().url().contains("release=" + PublishedRates.RELEASE));
            seen.check();
        }
    }
}
