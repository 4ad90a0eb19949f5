package org.tipstats.site.flows;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;
import static org.tipstats.site.frame.SitePages.text;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

@QuarkusTest
class FlowsPagesTest extends PageTest {

    private static final String FLOWS = "/flows?AREA=CYM&release=" + PublishedPairs.RELEASE;
    private static final String MIRROR = "/mirror?A=CYM&B=TCA&release=" + PublishedPairs.RELEASE;
    private static final Pattern VALUE = Pattern.compile("data-v=\"([^\"]*)\"");

    @Inject
    PublishedPairs pairs;

    @BeforeEach
    void publish() {
        pairs.publish();
    }

    /** Returns a table of a page. */
    private static String table(String page, String id) {
        int start = page.indexOf("id=\"" + id + "-table\"");
        return page.substring(start, page.indexOf("</table>", start));
    }

    private static List<String> values(String table) {
        return VALUE.matcher(table).results().map(found -> found.group(1)).toList();
    }

    @Test
    void pairsAreRankedByWhatIsShown() {
        String table = table(page("/en" + FLOWS), "detected");
        List<String> values = values(table);

        assertEquals(20, values.size());
        assertEquals(List.of("270", "260", "250"), values.subList(0, 3));
        assertEquals(List.of("100", "90", "40"), values.subList(17, 20));
        assertTrue(
                table.indexOf("British Virgin Islands") > table.indexOf("Nationals of the reporting area"),
                "withheld values must come last");
        assertTrue(table.contains("data-s=\"q\""));
    }

    @Test
    void tableAndFileHaveTheSameValues() {
        String page = page("/en" + FLOWS);
        String address = Pattern.compile("href=\"(/api/v1/data/VICTIMS_CITIZENSHIP[^\"]*)\" rel")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
        List<String> lines =
                get(address).then().statusCode(200).extract().asString().lines().toList();
        List<String> head = List.of(lines.get(0).split(",", -1));
        List<Integer> api = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[head.indexOf("CITIZENSHIP")].equals("_T") && !cells[head.indexOf("OBS_VALUE")].isEmpty()) {
                api.add(Integer.valueOf(cells[head.indexOf("OBS_VALUE")]));
            }
        }
        api.sort(Comparator.reverseOrder());

        assertEquals(
                api,
                values(table(page, "detected")).stream().map(Integer::valueOf).toList());
    }

    /** 120, 110, 100, 90 and 40 are the remaining five of the twenty values. */
    @Test
    void bandsAreAtMostFifteenAndTheRest() {
        String page = page("/en" + FLOWS + "&view=bands");
        String drawing = page.substring(
                page.indexOf("<svg class=\"drawing\""), page.indexOf("</svg>", page.indexOf("<svg class=\"drawing\"")));

        assertEquals(16, drawing.split("class=\"band ", -1).length - 1);
        assertEquals(1, drawing.split("class=\"stub\"", -1).length - 1);
        String words = text(drawing);
        assertTrue(words.contains("Other (5 countries and areas) 460"), words);
        assertTrue(words.contains("Not shown: 1 country or area"), words);
        assertFalse(page("/en" + FLOWS).contains("class=\"band "));
    }

    /** 3,330 of the other Americas, 90 of the Turks and Caicos Islands and 40 of the islands themselves. */
    @Test
    void theWorldComesFirst() {
        String page = page("/en/flows?YEAR=2008&release=" + PublishedPairs.RELEASE);

        assertTrue(page.contains("<h1>World: citizenship and returns</h1>"));
        assertTrue(page.contains("<option value=\"001\" selected>"));
        assertTrue(page.contains("<option value=\"CYM\">"), "areas with figures can be chosen");
        assertFalse(page.contains("<option value=\"ATA\">"), "areas without figures are not offered");
        assertTrue(page.contains("sums of national figures"));
        String countries = table(page, "detected-countries");
        assertTrue(countries.contains("<th scope=\"row\">Brazil</th><td>Cayman Islands</td>"));
        assertTrue(countries.contains("data-s=\"q\""), "withheld figures are named");
        assertTrue(table(page, "returned-groups").contains("<th scope=\"row\">Americas</th><td>Americas</td>"));
    }

    @Test
    void aRegionShowsItsFlows() {
        String page = page("/en/flows?AREA=029&YEAR=2008&view=bands&release=" + PublishedPairs.RELEASE);

        assertTrue(page.contains("<h1>Caribbean: citizenship and returns</h1>"));
        assertTrue(page.contains("REF_AREA=descendants(029)") || page.contains("REF_AREA=descendants%28029%29"));
        assertTrue(page.contains("class=\"band "));
    }

    @Test
    void bothSidesOfAMirrorStandSideBySide() {
        String page = page("/en" + MIRROR);

        assertEquals(List.of("90", "80", "60"), values(table(page, "one")));
        assertTrue(page.contains("Cayman Islands: Detected"));
        assertTrue(page.contains("Turks and Caicos Islands: Received"));
        assertTrue(page.contains("neither figure need be wrong"));
        assertTrue(page.contains("A person may be detected in one year and return in a later one."));
        assertTrue(page.contains("Neither has published figures about citizens of Cayman Islands"));
        List<Object> api = get("/api/v1/data/MIRROR?REF_AREA=CYM&CITIZENSHIP=TCA&release=" + PublishedPairs.RELEASE)
                .jsonPath()
                .getList("observations.OBS_VALUE");
        assertEquals(
                api.stream().map(Object::toString).sorted().toList(),
                values(table(page, "one")).stream().sorted().toList());
    }

    @Test
    void anAreaWithoutFiguresIsNoFault() {
        get("/en/flows?AREA=ATA")
                .then()
                .statusCode(200)
                .body(containsString("says nothing about the number of victims"));
        get("/en/flows?AREA=&YEAR=").then().statusCode(200);
        get("/en/flows?AREA=CYM&YEAR=1900&release=" + PublishedPairs.RELEASE)
                .then()
                .statusCode(200);
        get("/en/mirror?A=CYM&B=").then().statusCode(200).body(containsString("Choose two countries or areas."));
        get("/en/mirror?A=CYM&B=CYM")
                .then()
                .statusCode(200)
                .body(containsString("Choose two different countries or areas."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/flows?AREA=XYZ",
                "/en/mirror?A=CYM&B=XYZ",
                "/en/mirror?A=XYZ&B=CYM",
                "/en/flows?AREA=CYM&release=nothing",
                "/en/mirror?release=nothing"
            })
    void whatThereIsNotIsNotFound(String address) {
        get(address).then().statusCode(404).contentType("text/html;charset=UTF-8");
    }

    @Test
    void thePagesAreFitForEveryone() {
        checkLooks(FLOWS, "flows");
        checkLooks(FLOWS + "&view=bands", "flows-bands");
        checkLooks("/flows?YEAR=2008&release=" + PublishedPairs.RELEASE, "flows-world");
        checkLooks(MIRROR, "mirror");
        try (BrowserPage seen = open(FLOWS, PageView.at(PageView.NARROW))) {
            seen.check();
        }
        try (BrowserPage seen = open("/mirror", PageView.at(PageView.TABLET).in("ar"))) {
            seen.picture("mirror-form").check();
        }
    }
}
