package org.tipstats.site.topics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/** The topics and the brief of Montserrat, 2006 to 2011. Saint Barthélemy reports its last figures for 2006. */
@QuarkusTest
class TopicsPagesTest extends PageTest {

    private static final String RELEASE = "topics-1";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.accept("VICTIMS", "MSR", """
                    REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                    MSR,_T,_T,_T,2006,500
                    MSR,_T,Y0T17,_T,2006,100
                    MSR,_T,Y_GE18,_T,2006,400
                    MSR,_T,_T,_T,2011,800
                    MSR,_T,Y0T17,_T,2011,240
                    MSR,_T,Y_GE18,_T,2011,400
                    MSR,_T,_U,_T,2011,60
                    """);
            releases.accept("PERSONS", "MSR", """
                    REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE
                    MSR,SUSPECTED,_T,_T,2011,330
                    MSR,PROSECUTED,_T,_T,2011,220
                    MSR,CONVICTED,_T,_T,2011,110
                    """);
            releases.accept("VICTIMS_CITIZENSHIP", "MSR", """
                    REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE
                    MSR,_T,_T,2011,800
                    MSR,MSR,_T,2011,100
                    MSR,ATG,_T,2011,450
                    MSR,JAM,_T,2011,250
                    """);
            releases.accept("VICTIMS_REPATRIATION", "MSR", """
                    REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                    MSR,ATG,2011,90
                    """);
            releases.accept("OFFENCES", "MSR", """
                    REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE
                    MSR,0204,2011,400
                    """);
            releases.accept("VICTIMS", "BLM", """
                    REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                    BLM,_T,_T,_T,2006,70
                    """);
            releases.publish(RELEASE);
        }
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false)
                .get(address + (address.contains("?") ? "&" : "?") + "release=" + RELEASE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    @Test
    void theShareOfChildrenComesWithItsBaseAndItsChange() {
        String page = page("/en/topics/women-and-children?area=MSR");
        // 240 of 240 + 400 + 60; then 100 of 500 and 240 of 800.
        assertTrue(text(page).contains("Montserrat, 2011: 34.3% of detected victims were children (240 of 700)."));
        assertTrue(text(page)
                .contains(
                        "“0 to 17 years” was 20.0% of all detected victims in 2006 (100 of 500) and 30.0% in 2011 (240 of"
                                + " 800)."));
        assertTrue(text(page).contains("2011, Age: unknown for 60 detected victims (8.6%)."));
        assertTrue(text(page).contains("2011, Age: no part is reported for 100 of 800 detected victims."));
        assertTrue(text(page).contains("Montserrat: no figures for “Sex” are published."), "what is not there");
        assertTrue(page.contains("<th scope=\"row\">0 to 17 years: share</th>"), "the table of the trend");
    }

    @Test
    void eachNumberOfAFindingLeadsToItsFigure() {
        String page = page("/en/topics/women-and-children?area=MSR");
        Matcher link =
                Pattern.compile("<a href=\"(/en/figure/[^\"]*)\">240</a>").matcher(page);
        assertTrue(link.find());
        String figure = given().urlEncodingEnabled(false)
                .get(link.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(figure.contains("240") && figure.contains("Montserrat"));
    }

    /** The code for other websites shows the first chart of the page, from the release of the page. */
    @Test
    void topicsAndBriefsOfferTheirTrendToOtherWebsites() {
        for (String path : List.of("/en/topics/women-and-children?area=MSR", "/en/areas/MSR/brief")) {
            String code = Jsoup.parse(page(path)).selectFirst("#embed-code").text();
            String address = Jsoup.parse(code).selectFirst("iframe[title]").attr("src");
            assertTrue(address.contains("/en/data/VICTIMS/embed?REF_AREA=MSR&"), address);
            String framed = given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("frame-ancestors *"))
                    .extract()
                    .asString();
            assertTrue(framed.contains("data-chart=\"line\"") && framed.contains("data-v=\"800\""), framed);
            assertTrue(address.contains("&release=" + RELEASE), address);
            String title = Jsoup.parse(code).selectFirst("iframe").attr("title");
            assertTrue(
                    Jsoup.parse(framed).title().startsWith(title),
                    title + " on " + Jsoup.parse(framed).title());
            assertEquals(
                    title, Jsoup.parse(page(path)).selectFirst("#cite h3 + p").text());
        }
        assertNull(Jsoup.parse(page("/en/topics/forced-labour?area=MSR")).selectFirst("#embed-code"), "no chart");
        assertNull(Jsoup.parse(page("/en/topics/who-reports?area=029")).selectFirst("#embed-code"), "no such page");
    }

    /** Montserrat first reported suspects for 2011. The cell says once that there was nothing before. */
    @Test
    void theYearsBeforeAnAreaFirstReportedAreOneCellOfTheCoverage() {
        Document page = Jsoup.parse(given().get("/en/coverage?dataflow=PERSONS").asString());
        int before = page.select("thead th").eachText().indexOf("2011");
        List<Element> cells = page.select("tr:has(th a[href=/en/areas/MSR]) td");
        assertEquals(String.valueOf(before), cells.get(0).attr("colspan"));
        assertEquals("–", cells.get(0).text());
        assertEquals(
                "not reported for this or any earlier year",
                cells.get(0).child(0).attr("aria-label"));
        assertEquals("R", cells.get(1).text());
        assertTrue(cells.get(1).child(0).attr("href").endsWith("?REF_AREA=MSR&TIME_PERIOD=2011"));
    }

    @Test
    void aTopicWithoutFiguresSaysSoAndLeadsOn() {
        String page = page("/en/topics/forced-labour?area=MSR");
        assertTrue(text(page).contains("Montserrat: no figures on this topic are published."));
        assertTrue(page.contains("href=\"/en/topics/forced-labour?area=029\""), "the same topic for its region");
        assertTrue(page.contains("href=\"/en/topics/women-and-children?area=MSR\""), "what there is");
        assertTrue(page.contains("href=\"/en/areas/MSR\""), "its profile");
    }

    @Test
    void originsAndReturnsNameTheLargestFlows() {
        String page = text(page("/en/topics/origins-and-returns?area=MSR"));
        assertTrue(
                page.contains("The largest published numbers: Antigua and Barbuda 450; Jamaica 250; Montserrat 100."));
        assertTrue(page.contains("Antigua and Barbuda\u00a0→ Montserrat 450; Jamaica\u00a0→ Montserrat 250;"), page);
        assertTrue(page.contains("All published flows add up to 800 people."), page);
        assertTrue(page.contains("Montserrat\u00a0→ Antigua and Barbuda 90."), page);
    }

    @Test
    void stagesStandSideBySide() {
        String page = text(page("/en/topics/suspects-to-convictions?area=MSR"));
        assertTrue(page.contains("Persons suspected 330; Persons prosecuted 220; Persons convicted 110."), page);
    }

    @Test
    void whoStoppedReportingIsNamedByItsLastYear() {
        String page = page("/en/topics/who-reports?area=029");
        String last = page.substring(page.indexOf("Last reported 2006"));
        assertTrue(last.substring(0, last.indexOf("</details>")).contains("/en/areas/BLM"));
        assertTrue(text(page("/en/topics/who-reports?area=BLM"))
                .contains("Saint Barthélemy reported “Detected victims of trafficking in persons” for 1 year. The last"
                        + " one is 2006."));
    }

    @Test
    void theBriefHasTheTotalTheSharesAndTheStages() {
        String page = text(page("/en/areas/MSR/brief"));
        assertTrue(page.contains("Montserrat: 800 detected victims in 2011."));
        assertTrue(page.contains("34.3% of detected victims were children (240 of 700)."));
        assertTrue(page.contains("Persons suspected 330"));
        assertTrue(page.contains("Montserrat: brief. TIPstats, release topics-1"), "the citation");
    }

    @Test
    void aBriefAndATopicFitOnOneSheetOfPaper() throws IOException {
        assertEquals("Montserrat: brief", sheet("/en/areas/MSR/brief.pdf"));
        assertEquals("Women and children, Montserrat", sheet("/en/topics/women-and-children/brief.pdf?area=MSR"));
        sheet("/ar/topics/who-reports/brief.pdf?area=029");
    }

    /** Returns the title of a PDF file of one tagged page. */
    private static String sheet(String address) throws IOException {
        byte[] file = given().urlEncodingEnabled(false)
                .get(address + (address.contains("?") ? "&" : "?") + "release=" + RELEASE)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertEquals(1, document.getNumberOfPages(), address);
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tags");
            return document.getDocumentInformation().getTitle();
        }
    }

    @Test
    void everyTopicReadsInEveryLanguage() {
        for (String language : LocalText.LANGUAGES) {
            for (AnswerTopic topic : AnswerTopic.values()) {
                String page = page("/" + language + "/topics/" + topic.id() + "?area=MSR");
                assertTrue(page.contains(PageTexts.in(language).say(topic.heading())), topic.id());
                assertFalse(text(page).contains("{"), topic.id() + " in " + language);
            }
        }
    }

    @Test
    void answersAreFitForEveryone() {
        checkLooks("/topics/women-and-children?area=MSR&release=" + RELEASE, "topic");
        checkLooks("/topics/who-reports?area=029&release=" + RELEASE, "reporters");
        checkLooks("/areas/MSR/brief?release=" + RELEASE, "brief");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (String path : new String[] {
            "/en/topics/weather",
            "/en/topics/forced-labour?area=XXX",
            "/en/topics/forced-labour?release=no",
            "/en/topics?release=no",
            "/en/data?release=no",
            "/en/areas/XXX/brief"
        }) {
            assertEquals(404, given().urlEncodingEnabled(false).get(path).statusCode(), path);
        }
    }

    @Test
    void theListAndTheSearchLeadToEachTopic() {
        String list = given().get("/en/topics").then().statusCode(200).extract().asString();
        assertTrue(list.contains("href=\"/en/topics/women-and-children\""));
        assertTrue(found("/en/search?q=share of children").contains("/en/topics/women-and-children"));
        assertTrue(found("/en/search?q=who stopped reporting").contains("/en/topics/who-reports"));
        assertTrue(found("/fr/search?q=travail forcé").contains("/fr/topics/forced-labour"));
        assertTrue(found("/zh/search?q=定罪").contains("/zh/topics/suspects-to-convictions"));
        assertEquals(
                AnswerTopic.values().length,
                Arrays.stream(AnswerTopic.values())
                        .map(AnswerTopic::id)
                        .distinct()
                        .count());
    }

    private static String found(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }
}
