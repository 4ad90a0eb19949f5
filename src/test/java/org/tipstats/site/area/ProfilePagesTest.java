package org.tipstats.site.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;
import static org.tipstats.site.frame.SitePages.text;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the pages of areas and of coverage over HTTP. */
@QuarkusTest
class ProfilePagesTest {

    @Inject
    ProfileData data;

    @BeforeEach
    void publish() {
        data.publish();
    }

    /** Returns the cells of a row of the first table whose caption contains a text. */
    private static List<String> row(String page, String caption, String head) {
        String table = page.substring(page.indexOf(caption));
        String row = table.substring(table.indexOf(">" + head + "</th>"));
        row = row.substring(0, row.indexOf("</tr>"));
        return Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL)
                .matcher(row)
                .results()
                // What is read aloud beside a letter follows it.
                .map(match -> text(match.group(1).replaceAll("aria-label=\"([^\"]*)\">([^<]*)<", ">$2 $1<"))
                        .strip())
                .toList();
    }

    private static List<String> years(String page, String caption) {
        String table = page.substring(page.indexOf(caption));
        return Pattern.compile(">(\\d{4})</th>")
                .matcher(table.substring(0, table.indexOf("</thead>")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String cell(String page, String caption, String head, String year) {
        return row(page, caption, head).get(years(page, caption).indexOf(year));
    }

    @Test
    void aProfileShowsWhatTheAreaReported() {
        String page = page("/en/areas/FRO");
        String caption = "Faroe Islands: detected victims, ";

        assertTrue(page.contains("Faroe Islands: 0 detected victims in 2012."), "the latest year, zero included");
        assertEquals("1,100", cell(page, caption, "Detected victims", "2009"));
        assertEquals(".. no figure", cell(page, caption, "Detected victims", "2010"));
        assertEquals("1,512", cell(page, caption, "Detected victims", "2011"));
        assertEquals("0", cell(page, caption, "Detected victims", "2012"));
        assertEquals("660", cell(page, "Faroe Islands: detected victims by sex, ", "Female", "2009"));
        assertEquals("150", cell(page, "Faroe Islands: persons by stage", "Persons convicted", "2009"));
        assertEquals(
                "R reported", cell(page, "Datasets by year", "Detected victims of trafficking in persons", "2009"));
        assertEquals(
                "L not reported for this year, but for an earlier one",
                cell(page, "Datasets by year", "Detected victims of trafficking in persons", "2010"));
    }

    /** The first release has 1,500 victims of 2011, the second 1,512. */
    @Test
    void pagesOfAnOlderReleaseShowItSayItAndKeepIt() {
        String kept = "?release=" + ProfileData.FIRST;
        String page = page("/en/areas/FRO" + kept);
        assertEquals("1,500", cell(page, "Faroe Islands: detected victims, ", "Detected victims", "2011"));
        assertTrue(page.contains("You are viewing release profile-1. A newer release"), page);
        assertTrue(page.contains("/brief" + kept + "\"") && page.contains("\"/en/areas/150" + kept + "\""), page);
        Document parsed = Jsoup.parse(page);
        assertEquals(List.of(), parsed.select("main a[href^=/en/data/]:not([href*=release=profile-1])"));
        for (Document each : List.of(parsed, Jsoup.parse(page("/en/areas/FRO/brief" + kept)))) {
            assertEquals(List.of(), each.select("nav a[href^=/en/areas/]:not([href*=release])"));
            assertTrue(each.selectFirst("nav a[href=/en/areas" + kept + "]") != null, each.title());
        }
        for (String path : List.of("/en/coverage", "/en/areas")) {
            Document list = Jsoup.parse(page(path + kept));
            assertTrue(list.text().contains("You are viewing release profile-1."), path);
            assertTrue(list.selectFirst("a[href=/en/areas/FRO" + kept + "]") != null, path);
            assertEquals(
                    ProfileData.FIRST, list.selectFirst("input[name=release]").val());
        }
        assertFalse(page("/en/areas/FRO").contains("You are viewing release"));
        get("/en/areas/FRO?release=none").then().statusCode(404);
        get("/en/coverage?release=none").then().statusCode(404);
    }

    @Test
    void whatAnAreaSaysIsShownAsText() {
        String page = page("/en/areas/FRO");

        assertTrue(page.contains("<bdi>Landfuti</bdi>"));
        assertTrue(page.contains("&lt;b&gt;Persons &amp; files&lt;/b&gt;"));
        assertFalse(page.contains("<b>Persons"));
        assertTrue(page.contains("Detected victims of trafficking in persons · 2009, 2011–2012"));
    }

    @Test
    void partsThatAddUpToMoreThanTheirTotalAreSaid() {
        String note = "<li>2011: the parts add up to more than the total.";
        String page = page("/en/areas/FRO");
        assertTrue(page.indexOf(note) > page.indexOf("id=\"age\""), page);
        assertEquals(page.indexOf(note), page.lastIndexOf(note), "only the chapter by age");
    }

    @Test
    void aChartHasTheCellsOfItsTable() {
        String page = page("/en/areas/FRO");
        String drawing = page.substring(page.indexOf("id=\"victims\""));
        drawing = drawing.substring(drawing.indexOf("<svg"), drawing.indexOf("</svg>"));

        assertEquals(
                3,
                Pattern.compile("class=\"dot c1\"").matcher(drawing).results().count());
        assertTrue(drawing.contains("The largest value shown is 1,512."), drawing);
        assertEquals(
                1,
                Pattern.compile("class=\"line c1\" d=\"M[^L\"]*M[^ML\"]*L[^ML\"]*\"")
                        .matcher(drawing)
                        .results()
                        .count(),
                "a gap, then two joined years are due: " + drawing);
    }

    @Test
    void aFigureLeadsToItsFilesOfTheRelease() {
        String page = page("/en/areas/FRO");
        String csv = Pattern.compile("href=\"(/api/v1/data/VICTIMS\\?[^\"]*SEX=[^\"]*,[^\"]*format=csv)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();

        String file = get(csv).then().statusCode(200).extract().asString();
        assertTrue(file.contains("FRO"), file);
        assertTrue(file.lines().anyMatch(line -> line.contains(",F,") && line.contains("660")), file);
    }

    @Test
    void whoSentNothingIsNotAnError() {
        String page = page("/en/areas/GGY");

        assertTrue(page.contains(
                "Guernsey: no figures for these years." + " This says nothing about the number of victims."));
        assertFalse(page.contains("<figure"));
        assertTrue(page("/fr/areas/GGY").contains("aucun chiffre pour ces années"));
    }

    @Test
    void aGroupSaysWhatItRestsOnAndWhatBelongsToIt() {
        String page = page("/en/areas/154");

        assertTrue(
                Pattern.compile("Northern Europe: (?:at least )?[0-9,]+ detected victims in")
                        .matcher(text(page))
                        .find(),
                "the lead must name the figure");
        assertTrue(page.contains("Possible range"));
        assertTrue(page.contains("Countries and areas in the total"));
        assertTrue(page.contains("that reported any figure of the dataset in that year"), "two numbers, two names");
        assertTrue(page.contains("href=\"/en/areas/FRO\""));
        assertTrue(text(page).contains("Guernsey no data here"), "the link must say that there is no data");
        assertTrue(page.contains("href=\"/en/areas/150\""), "the page must link to its region");
    }

    @Test
    void theListHasEveryAreaAndAFilterThatWorksWithoutScript() {
        String all = page("/en/areas");
        String some = page("/en/areas?q=f%C3%A9ro%C3%A9");

        assertEquals(279, links(all, "/en/areas/").size(), "every code of the list needs a link");
        assertTrue(text(all).contains("Guernsey GGY no data here"));
        assertTrue(some.contains("href=\"/en/areas/FRO\"") && !some.contains("href=\"/en/areas/AUT\""));
        assertTrue(page("/ar/areas?q=155").contains("href=\"/ar/areas/AUT\""), "a region must find its areas");
        get("/en/areas/XYZ").then().statusCode(404);
        get("/en/areas?q=" + "a".repeat(101)).then().statusCode(400);
    }

    private static Set<String> links(String page, String start) {
        return Pattern.compile("href=\"(" + start + "[^\"/]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theBoardShowsOneDatasetAndOneRegion() {
        Document page = Jsoup.parse(page("/en/coverage?dataflow=VICTIMS&region=150"));
        String reported = "R (reported)";
        assertEquals(
                List.of(reported, "L (not reported for this year, but for an earlier one)", reported, reported),
                cellsOf("FRO", page));
        assertEquals(List.of("no figures for any of these years"), cellsOf("GGY", page));
        assertNull(page.selectFirst("a[href=/en/areas/JPN]"));
        assertTrue(page("/en/coverage").contains("href=\"/en/areas/JPN\""));
        get("/en/coverage?dataflow=NONE").then().statusCode(400);
        get("/en/coverage?region=AUT").then().statusCode(400);
        get("/en/coverage?dataflow=POPULATION").then().statusCode(400);
    }

    /** Returns the cells of an area. Brackets have what is read aloud instead of a letter. */
    private static List<String> cellsOf(String area, Document page) {
        Element row = page.selectFirst("tr:has(th a[href=/en/areas/" + area + "])");
        return row.select("td").stream()
                .map(cell -> cell.text()
                        + cell.select("[aria-label]").stream()
                                .map(letter -> " (" + letter.attr("aria-label") + ")")
                                .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void aProfileBeginsWithFiguresAndTheWorldIsComparedWithNothing() {
        String faroes = page("/en/areas/FRO");
        assertTrue(faroes.contains("Compare with its region and the world"));
        assertTrue(faroes.indexOf("<figure class=\"chapter\"") < faroes.indexOf("id=\"reported\""));
        assertTrue(
                Pattern.compile("</figcaption>\\s*</figure>").matcher(faroes).find(), "a figcaption is first or last");
        assertFalse(page("/en/areas/001").contains("Compare with its region and the world"));
    }

    @Test
    void datasetsOfAProfileAndOfTheBoardStandInTheOrderOfTheirSubjects() {
        List<String> board = Pattern.compile("<option value=\"([A-Z_]+)\"")
                .matcher(page("/en/coverage"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("VICTIMS", "VICTIMS_CITIZENSHIP"), board.subList(0, 2));
        assertEquals(List.of("OFFENCES", "PERSONS", "PERSONS_CITIZENSHIP"), board.subList(4, 7));
        String strips = page("/en/areas/FRO");
        strips = strips.substring(strips.indexOf("id=\"reported\""));
        assertTrue(
                strips.indexOf("Detected victims of trafficking") < strips.indexOf("Recorded offences of trafficking"));
        String files = page("/en/releases/profile-2");
        files = files.substring(files.indexOf("id=\"files\""));
        assertTrue(files.indexOf("/data/VICTIMS?") < files.indexOf("/data/PERSONS?"), "victims come first");
    }

    @Test
    void regionsAndTheirAreasStandInTheOrderOfTheirNames() {
        String areas = page("/en/areas");
        assertTrue(areas.indexOf("/en/areas/SWE") < areas.indexOf("/en/areas/GBR"), "Sweden, United Kingdom");
        assertTrue(areas.indexOf("/en/areas/CZE") < areas.indexOf("/en/areas/HUN"), "Czechia, Hungary");
        List<String> inEnglish = List.of("002", "019", "142", "150", "009");
        assertEquals(inEnglish, regions(areas, "id=\"region-(\\d{3})\""));
        assertEquals(inEnglish, regions(page("/en/coverage"), "<option value=\"(\\d{3})\""));
        assertEquals(
                List.of("142", "002", "150", "009", "019"),
                regions(page("/ru/areas"), "id=\"region-(\\d{3})\""),
                "Азия, Африка, Европа, Океания, Северная и Южная Америка");
    }

    /** Returns the codes of the regions in the order of a page, without the world. */
    private static List<String> regions(String page, String where) {
        return Pattern.compile(where)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(code -> !code.equals("001"))
                .toList();
    }

    @Test
    void russianSentencesEndWithOneFullStop() {
        assertFalse(text(page("/ru/areas/FRO")).contains("г.."));
        assertFalse(text(page("/ru/releases/profile-1")).contains("г.."));
    }
}
