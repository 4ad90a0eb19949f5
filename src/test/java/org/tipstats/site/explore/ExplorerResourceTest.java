package org.tipstats.site.explore;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.explore.PublishedSeries.CHOICE;
import static org.tipstats.site.explore.PublishedSeries.NEWER;
import static org.tipstats.site.explore.PublishedSeries.RELEASE;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExplorerResourceTest {

    private static final String PAGE = "/en/data/VICTIMS?" + CHOICE + "&release=" + RELEASE;
    private static final Pattern CELL = Pattern.compile("<td class=\"n\"([^>]*)>(.*?)</td>");
    private static final Pattern VALUE = Pattern.compile("data-v=\"([^\"]*)\"");
    private static final Pattern SIGN = Pattern.compile("data-s=\"([^\"]*)\"");

    @Inject
    PublishedSeries series;

    @BeforeEach
    void publish() {
        series.publish();
    }

    private static List<String> cells(String page, Pattern what) {
        return CELL.matcher(page)
                .results()
                .map(cell -> what.matcher(cell.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    /** Returns the first address that a pattern finds in a page. */
    private static String address(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
    }

    @Test
    void zeroMissingSuppressedAndNotApplicableDiffer() {
        String page = page(PAGE);

        assertEquals(List.of("120", "0", "-", "-", "-", "-", "1140"), cells(page, VALUE));
        assertEquals(List.of("-", "-", "q", "c", "..", "–", "b"), cells(page, SIGN));
        assertTrue(page.contains("<dt>q</dt><dd>kept back by the country</dd>"));
        assertTrue(page.contains("<dt>c</dt><dd>withheld: a small count, or to protect another figure</dd>"));
        assertTrue(page.contains("<dt>–</dt><dd>not applicable</dd>"));
        assertTrue(page.contains("<dt>b</dt><dd>Time series break</dd>"));
    }

    @Test
    void aHiddenValueLeavesNoTrace() {
        List<MatchResult> cells = CELL.matcher(page(PAGE)).results().toList();
        String attributes = cells.get(3).group(1);

        assertEquals(" data-s=\"c\"", attributes);
        assertFalse(cells.get(3).group(2).replaceAll("href=\"[^\"]*\"", "").contains("2"));
        assertEquals(
                cells.get(2)
                        .group(2)
                        .replace("2003", "2004")
                        .replace(">q<", ">c<")
                        .replace("kept back by the country", "withheld: a small count, or to protect another figure"),
                cells.get(3).group(2),
                "only sign and words differ from a figure that the country keeps back");
    }

    @Test
    void theTableHasTheNumbersOfTheApi() {
        String page = page(PAGE);
        List<Object> api = get("/api/v1/data/VICTIMS?" + CHOICE + "&release=" + RELEASE)
                .jsonPath()
                .getList("observations.OBS_VALUE");
        List<String> texts =
                api.stream().map(v -> v == null ? "-" : v.toString()).toList();

        assertEquals(texts, cells(page, VALUE));
        String file = address("href=\"(/api/v1/data/VICTIMS[^\"]*REF_AREA[^\"]*format=csv)\"", page);
        String csv = get(file).then().statusCode(200).extract().asString();
        assertTrue(csv.contains(",1140,"), csv);
        assertEquals(8, csv.strip().lines().count(), "expected one line per cell and a header");
    }

    @Test
    void thePagesAddressIsTheApis() {
        page("/en/data/VICTIMS?" + CHOICE);
        get("/api/v1/data/VICTIMS?" + CHOICE).then().statusCode(200);
        String page = page(PAGE + "&view=bar&rows=TIME_PERIOD&cols=REF_AREA");

        assertTrue(page.contains(
                "href=\"/api/v1/data/VICTIMS?" + CHOICE.replace("&", "&amp;") + "&amp;release=" + RELEASE + "\""));
    }

    @Test
    void theCitedAddressShowsTheSameAfterANewerRelease() {
        String bare = page("/en/data/VICTIMS?" + CHOICE);
        String link = address("id=\"cite-link\" href=\"([^\"]*)\"", page(PAGE));

        assertEquals(8, cells(bare, VALUE).size());
        assertEquals(cells(page(PAGE), VALUE), cells(page(link), VALUE));
        assertTrue(link.endsWith("release=" + RELEASE));
        assertTrue(page(link).contains("You are viewing release " + RELEASE));
    }

    @Test
    void aFormLeadsToTheShortAddress() {
        get("/en/data/VICTIMS?REF_AREA=&REF_AREA=AND&REF_AREA=AUT&SEX=&SEX=*&view=line")
                .then()
                .statusCode(303)
                .header("Location", containsString("/en/data/VICTIMS?REF_AREA=AND,AUT&SEX=*&view=line"));
        get("/en/data/VICTIMS")
                .then()
                .statusCode(303)
                .header("Location", allOf(containsString("UNIT_MEASURE=NUMBER"), endsWith("&view=line")));
    }

    @Test
    void nothingChosenAndNothingFoundAreDifferentFindings() {
        get("/en/data/VICTIMS?REF_AREA=&SEX=_T")
                .then()
                .statusCode(200)
                .body(containsString("Choose at least one value of"));
        get(PAGE.replace("TIME_PERIOD=2001:2008", "TIME_PERIOD=2015"))
                .then()
                .statusCode(200)
                .body(containsString("No country or area in your selection reported this breakdown."))
                .body(containsString("TIME_PERIOD=*"));
        assertTrue(page(PAGE.replace("REF_AREA=AND", "REF_AREA=AND,ATA")).contains("No figures here for: Antarctica"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?release=", "?lang=", "?REF_AREA=AND&lang=", "?REF_AREA=AND&release="})
    void anEmptyParameterThatIsNoDimensionIsNoFault(String query) {
        Response answer = given().urlEncodingEnabled(false).get("/en/data/VICTIMS" + query);
        assertEquals(200, answer.statusCode(), query);
    }

    @Test
    void aSumOfOthersInTheTableIsATotalAndThePartsAloneAreNot() {
        String address = "/en/data/VICTIMS?REF_AREA=001,150&TIME_PERIOD=2001&SEX=_T&AGE=_T&EXPLOITATION=_T"
                + "&UNIT_MEASURE=NUMBER&release=" + RELEASE;
        assertTrue(page(address).contains("class=\"total\""), "the world is a total of Europe");
        assertFalse(page(address.replace("001,150", "150")).contains("class=\"total\""), "Europe alone is not a total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF_AREA=XYZ", "SEXX=F", "REF_AREA=AND&rows=NO", "REF_AREA=AND&TIME_PERIOD=2010:2000"})
    void whatTheApiRefusesThePageRefuses(String query) {
        get("/en/data/VICTIMS?" + query).then().statusCode(400).contentType("text/html;charset=UTF-8");
    }

    @Test
    void sortedLinesWithoutANumberStayBehind() {
        String address = PAGE + "&rows=TIME_PERIOD&cols=REF_AREA&sort=-AND";

        assertEquals(List.of("1140", "120", "0", "-", "-", "-", "-"), cells(page(address), VALUE));
        assertEquals(List.of("b", "-", "-", "q", "c", "..", "–"), cells(page(address), SIGN));
        assertTrue(page(address).contains("aria-sort=\"descending\""));
    }

    @Test
    void aFigureHasAPageOfItsOwn() {
        String figure = "/en/figure/VICTIMS/A.AND._T._T._T.NUMBER/";
        get(figure + "2007?release=" + RELEASE)
                .then()
                .statusCode(200)
                .body(containsString("1,140"), not(containsString("AND.csv")), containsString(NEWER));
        get(figure + "2003?release=" + RELEASE)
                .then()
                .statusCode(200)
                .body(containsString("Not shown: kept back by the country."), not(containsString("data-v")));
        get(figure + "2004?release=" + RELEASE)
                .then()
                .statusCode(200)
                .body(
                        containsString("Not shown: withheld: a small count, or to protect another figure."),
                        not(containsString("data-v")));
        get(figure + "2008?release=" + RELEASE).then().statusCode(404);
        get(figure + "2008").then().statusCode(200);
        get(figure + "1999").then().statusCode(404);
    }

    @Test
    void theListLeadsToEachDataset() {
        get("/fr/data").then().statusCode(200).body(containsString("href=\"/fr/data/VICTIMS\""));
        get("/en/data/NOTHING").then().statusCode(404);
        assertTrue(page("/en/data?release=" + RELEASE).contains("href=\"/en/data/VICTIMS?release=" + RELEASE));
    }

    @Test
    void aPageThatHasTheNewestReleaseOnlySaysSoIfAnotherIsAskedFor() {
        String said = "The address asks for release " + RELEASE + ", but this page always shows the newest release";
        assertTrue(page("/en/?release=" + RELEASE).contains(said));
        assertTrue(page("/en/search?q=andorra&release=" + RELEASE).contains(said));
        assertFalse(page("/en/").contains("The address asks for"));
        assertFalse(page("/en/?release=latest").contains("The address asks for"));
    }

    @Test
    void aViewThatDoesNotExistIsSaid() {
        String said = "There is no view “lines”.";
        assertTrue(page(PAGE + "&view=lines").contains(said));
        for (String view : List.of("table", "line", "map")) {
            assertFalse(page(PAGE + "&view=" + view).contains("There is no view"), view);
        }
    }

    @Test
    void aCitationHasAFullAddressAndNamesTheFigureOnce() {
        String figure = page("/en/figure/VICTIMS/A.AND._T._T._T.NUMBER/2007?release=" + RELEASE);
        String cited = figure.substring(figure.indexOf("id=\"citation\""), figure.indexOf("</blockquote>"));

        assertEquals(2, cited.split("Detected victims of trafficking in persons", -1).length, cited);
        assertTrue(cited.contains(":" + RestAssured.port + "/en/figure/VICTIMS/"), cited);
        assertTrue(page(PAGE).contains(":" + RestAssured.port + "/en/data/VICTIMS?"));
        assertTrue(figure.contains("<p class=\"unit\">Detected victims of trafficking in persons</p>"));
        String chinese = page("/zh/figure/VICTIMS/A.AND._T._T._T.NUMBER/2007?release=" + RELEASE);
        cited = chinese.substring(chinese.indexOf("id=\"citation\""), chinese.indexOf("</blockquote>"));
        assertFalse(cited.replaceAll("<[^>]*>|http\\S*", "").matches("(?s).*[,;.] .*"), cited);
    }

    @Test
    void withoutScriptsThereIsADrawingOrAHint() {
        assertTrue(page(PAGE + "&view=line").contains("<noscript><svg class=\"drawing\""));
        assertTrue(page(PAGE + "&view=bar").contains("<noscript><svg class=\"drawing\""));
        assertTrue(page(PAGE + "&view=stacked").contains("<noscript><p class=\"note\">A chart needs JavaScript"));
    }

    /** A page has parameters that the API refuses, so the page shows the address of its figures in the API. */
    @Test
    void theMenuHasTheAddressesForPrograms() {
        String page = page("/en/data/VICTIMS?" + CHOICE + "&view=line&draw=AND");
        String code = "<p class=\"sample\" id=\"%s\" dir=\"ltr\"><code>http://[^/]*([^<]*)<";
        for (String id : List.of("api-address", "sdmx-address")) {
            String address = address(code.formatted(id), page);
            assertFalse(address.contains("view="), address);
            get(address).then().statusCode(200);
        }
        get("/api/v1/data/VICTIMS?" + CHOICE + "&view=line").then().statusCode(400);
        assertTrue(page.contains("draw=AND&amp;release=" + NEWER), "the address to share has the whole view");
    }

    @Test
    void aNameThatIsTypedLeadsToTheAddressWithItsCode() {
        String typed = "/en/data/VICTIMS?REF_AREA=150&SEX=_T&view=line&add=";
        get(typed + "Andorre")
                .then()
                .statusCode(303)
                .header("Location", containsString("REF_AREA=150,AND&SEX=_T&view=line"));
        assertTrue(page(typed + "xyzzy").contains("has this name or code. Use a name in one of the six languages"));
    }

    @Test
    void sharesThatDoNotExistAreSaid() {
        assertTrue(page(PAGE + "&view=share").contains("These figures have no shares, so this page shows the table."));
    }

    @Test
    void figuresLeadToTheirMethodsAndToWhoReportedThem() {
        String page = page(PAGE + "&view=line");
        assertTrue(page.contains("<li><a href=\"/en/methods\">"), page);
        assertTrue(page.contains("<li><a href=\"/en/coverage?dataflow=VICTIMS\">"), page);
        assertFalse(page("/en/data/POPULATION?REF_AREA=AND").contains("/coverage?dataflow="), "nobody reports these");
    }

    @Test
    void datasetsStandInTheOrderOfTheirSubjects() {
        assertEquals(
                List.of(
                        "VICTIMS",
                        "VICTIMS_CITIZENSHIP",
                        "VICTIMS_REPATRIATION",
                        "VICTIMS_SUPPORT",
                        "OFFENCES",
                        "PERSONS",
                        "PERSONS_CITIZENSHIP",
                        "MIRROR",
                        "MIRROR_FLOWS",
                        "POPULATION"),
                Pattern.compile("<p><code>([A-Z_]+)</code></p>")
                        .matcher(page("/en/data"))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }
}
