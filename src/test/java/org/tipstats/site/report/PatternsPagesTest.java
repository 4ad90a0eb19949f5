package org.tipstats.site.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;
import static org.tipstats.site.frame.SitePages.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests the report over HTTP: its numbers must be those of the API's files. */
@QuarkusTest
class PatternsPagesTest {

    private static final Pattern CELL = Pattern.compile(
            "<a href=\"/en/figure/(\\w+)/([^/\"]+)/(\\d{4})\\?release=patterns-2\">([^<]*)(?:<span.*?)?</a>",
            Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("href=\"(/api/v1/data/[^\"]*&amp;format=csv)\"");

    @Inject
    ReportData data;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        data.publish();
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** Returns the values of counts in all files that the report links to, by dataflow and key. */
    private static Map<String, String> published(String page) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (MatchResult file : all(FILE, page)) {
            String address = file.group(1).replace("&amp;", "&");
            String dataflow = address.substring("/api/v1/data/".length(), address.indexOf('?'));
            List<String> dimensions =
                    given().get("/api/v1/dataflows/" + dataflow).path("dimensions.id");
            String csv = get(address).then().statusCode(200).extract().asString();
            try (CSVParser rows = CSVParser.parse(
                    csv,
                    CSVFormat.DEFAULT
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get())) {
                for (CSVRecord row : rows) {
                    String key =
                            String.join(".", dimensions.stream().map(row::get).toList());
                    values.put(dataflow + " " + key, row.get("OBS_VALUE"));
                }
            }
        }
        return values;
    }

    private static String words(String value) {
        return value.isEmpty() ? "" : String.format(Locale.UK, "%,d", Long.parseLong(value));
    }

    @Test
    void everyNumberIsThatOfTheFilesOfTheApi() throws IOException {
        String page = page("/en/reports/patterns-2");
        Map<String, String> shown = new TreeMap<>();
        for (MatchResult cell : all(CELL, page.substring(page.indexOf("id=\"annex\"")))) {
            if (!cell.group(2).endsWith(".PER_100000_POP")) {
                shown.put(
                        cell.group(1) + " " + cell.group(2) + "." + cell.group(3),
                        cell.group(4).strip());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        published(page).forEach((key, value) -> expected.put(key, words(value)));

        assertTrue(shown.size() > 20, "the cells were not found: " + shown);
        assertTrue(expected.keySet().stream().anyMatch(key -> key.startsWith("PERSONS A.150.SUSPECTED")));
        assertEquals(expected, shown);
    }

    @Test
    void aSentenceSaysWhatItsFigureIs() {
        String page = page("/en/reports/patterns-2");
        String findings = page.substring(page.indexOf("id=\"findings\""), page.indexOf("id=\"overview\""));
        List<MatchResult> numbers = all(CELL, findings);

        assertTrue(findings.contains("latest year in which at least half as many"), "which year is shown");
        assertFalse(numbers.isEmpty());
        for (MatchResult number : numbers) {
            String key = number.group(2);
            Response figure = given().get("/api/v1/data/" + number.group(1) + "?release=patterns-2&TIME_PERIOD="
                    + number.group(3) + "&" + query(number.group(1), key));
            Object value = figure.path("observations[0].OBS_VALUE");
            String said = number.group(4);
            assertEquals(
                    value == null ? "withheld: a small count, or to protect another figure" : words(value.toString()),
                    said,
                    key);
        }
        get(numbers.get(0).group().replaceAll("(?s)<a href=\"([^\"]*)\".*", "$1"))
                .then()
                .statusCode(200);
    }

    private static String query(String dataflow, String key) {
        List<String> dimensions = given().get("/api/v1/dataflows/" + dataflow).path("dimensions.id");
        List<String> parts = new ArrayList<>();
        String[] codes = key.split("\\.");
        for (int i = 0; i < codes.length; i++) {
            parts.add(dimensions.get(i) + "=" + codes[i]);
        }
        return String.join("&", parts);
    }

    @Test
    void sharesAreOfThePublishedPartsAlone() {
        String page = page("/en/reports/patterns-2");
        String figure = page.substring(page.indexOf("id=\"chart-150-sex\""));
        figure = figure.substring(0, figure.indexOf("</figure>"));
        List<BigDecimal> values = new ArrayList<>();
        List<String> shares = new ArrayList<>();
        for (MatchResult row : all(
                Pattern.compile("<tr><th scope=\"row\">.*?>([0-9,]*)(?:<span.*?)?</a></td><td class=\"n\">([^<]*)"),
                figure)) {
            values.add(
                    row.group(1).isEmpty() ? null : new BigDecimal(row.group(1).replace(",", "")));
            shares.add(row.group(2).strip());
        }
        BigDecimal whole = values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertFalse(values.isEmpty(), figure);
        for (int i = 0; i < values.size(); i++) {
            String expected = values.get(i) == null
                    ? ""
                    : values.get(i).multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP) + "%";
            assertEquals(expected, shares.get(i), figure);
        }
    }

    @Test
    void regionsAreComparedBySharesThatTheirChartsShow() {
        String page = page("/en/reports/patterns-2");
        Pattern row = Pattern.compile("<tr><th scope=\"row\">([^<]*)</th>(.*?)</tr>", Pattern.DOTALL);
        Pattern share = Pattern.compile("\\d[\\d.]*%");
        Map<String, String> charts = new TreeMap<>();
        for (String subject : List.of("sex", "age", "exploitation")) {
            String figure = page.substring(page.indexOf("id=\"chart-001-" + subject + "\""));
            all(row, figure.substring(0, figure.indexOf("</figure>")))
                    .forEach(found -> charts.put(found.group(1), first(share, found.group(2))));
        }
        String comparison = page.substring(page.indexOf("id=\"comparison-table\""), page.indexOf("id=\"compare-"));
        Map<String, String> compared = new TreeMap<>();
        all(row, comparison).forEach(found -> compared.put(found.group(1), first(share, found.group(2))));
        compared.keySet().retainAll(charts.keySet());

        assertTrue(charts.size() > 5 && charts.containsKey("Female"), charts.toString());
        assertEquals(charts, compared);
        assertTrue(comparison.indexOf(">World<") < comparison.indexOf(">Europe<"), "the usual order");
        assertTrue(page.indexOf("<details>") > 0 && !page.contains("<details open"), "long tables are folded");
    }

    private static String first(Pattern pattern, String text) {
        return all(pattern, text).stream().findFirst().map(MatchResult::group).orElse("");
    }

    @Test
    void anOldEditionSaysSoAndStaysAsItIs() {
        String old = page("/en/reports/patterns-1");

        assertTrue(old.contains("You are viewing release patterns-1. A newer release, "), "the banner");
        String annex = old.substring(old.indexOf("id=\"annex\""));
        assertTrue(annex.contains("?release=patterns-1") && !annex.contains("?release=patterns-2"), "own release only");
        assertTrue(page("/en/reports").contains("href=\"/en/reports/patterns-1/report.pdf\""));
        assertTrue(page("/en/releases/patterns-1").contains("href=\"/en/reports/patterns-1\""));
        assertTrue(page("/en/").contains("href=\"/en/reports\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void allLinksLeadSomewhere(String language) {
        String page = page("/" + language + "/reports/patterns-2");
        List<String> places = all(Pattern.compile("href=\"#([^\"]+)\""), page).stream()
                .map(link -> link.group(1))
                .distinct()
                .toList();

        assertTrue(places.size() > 10, places.toString());
        places.forEach(place -> assertTrue(page.contains("id=\"" + place + "\""), place));
        for (String address :
                List.of("/releases/patterns-2", "/methods", "/areas/150?release=patterns-2", "/reports")) {
            assertTrue(page.contains("href=\"/" + language + address + "\""), address);
            get("/" + language + address).then().statusCode(200);
        }
    }

    @Test
    void aYearLeadsToTheNewestReleaseThatHasIt() {
        String found = get("/en/reports/2005").then().statusCode(307).extract().header("Location");
        assertTrue(found.matches(".*/en/reports/[A-Za-z0-9._-]+") && !found.endsWith("/2005"), found);
        get("/en/reports/1999").then().statusCode(404);
    }

    @Test
    void aDraftIsNotThereWhoeverAsks() {
        releases.draft("patterns-draft", Instant.now().plusSeconds(864_000));

        for (String path : List.of("", "/report.pdf")) {
            String plain = body("/en/reports/no-such" + path).replace("no-such", "");
            assertEquals(plain, body("/en/reports/patterns-draft" + path).replace("patterns-draft", ""));
            releases.as(AccountRole.PUBLISHER)
                    .header("Accept", "text/html,*/*;q=0.8")
                    .get("/en/reports/patterns-draft" + path)
                    .then()
                    .statusCode(404);
        }
        get("/en/reports").then().body(not(containsString("patterns-draft")));
        releases.as(AccountRole.REVIEWER)
                .delete("/api/v1/releases/patterns-draft")
                .then()
                .statusCode(204);
    }

    /** Removes the reference, which differs for each request. */
    private static String body(String address) {
        Response answer = get(address);
        assertEquals(404, answer.statusCode());
        return answer.asString().replaceAll("<code>[^<]*</code>", "").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
