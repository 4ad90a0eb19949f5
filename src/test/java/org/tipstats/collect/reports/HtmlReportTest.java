package org.tipstats.collect.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.collect.reports.HtmlReport.Links;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.Golden;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests reports as self-contained pages. */
class HtmlReportTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private static String page(Given given, String language, long from, Links links) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new HtmlReport(given.flow(), language)
                    .write(validation.report(), Given.findings(validation, from), links, out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private static String page(Given given) {
        return page(given, "en", 0, Links.NONE);
    }

    /** Returns a file with findings of all severities, in cells and across rows, one of them against the baseline. */
    private static Given mixed() {
        KeySpace space = new KeySpace(Given.file("").flow().structure());
        long held = space.parse("A.AUT._T._T._T.NUMBER.2016").orElseThrow();
        Given file = Given.file(Given.HEADER.replace(',', ';') + ";COMMENT\n"
                + "AUT;_T;_T;_T;2016;20;;\nAUT;F;_T;_T;2016;12;;\nAUT;M;_T;_T;2016;10;;\n"
                + "AUT;W;_T;_T;2015;1 282;;=1+1\nAUT;F;_T;_T;2014;5;;\nAUT;F;_T;_T;2014;6;;\n");
        return new Given(
                file.bytes(),
                file.flow(),
                Set.of("AUT"),
                false,
                (dataflow, areas) -> List.of(Observation.count(held, 8, "A")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aReportIsAPage(String language) throws IOException {
        Links links = new Links(0, null, "/report?cursor=MQ", "/report?format=csv", "/report?format=xlsx", "/report");
        // The stylesheet is a file of its own and is reviewed by eye.
        String page = page(mixed(), language, 0, links)
                .replaceFirst("(?s)<style>.*</style>", "<style></style>")
                .replaceFirst("sha256-[A-Za-z0-9+/=]*", "sha256-");
        Golden.assertSame(Path.of("src/test/resources/golden/validation-report_" + language + ".html"), page);
    }

    @Test
    void equalFilesGiveEqualBytes() {
        assertEquals(page(mixed()), page(mixed()));
    }

    @Test
    void whatTheFileHoldsIsNeverMarkup() {
        String attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        String page = page(Given.file(Given.HEADER.replace(",OBS_STATUS", ",<b onclick=x>,OBS_STATUS") + "\n" + "AUT,\""
                + attack.replace("\"", "\"\"") + "\",_T,_T,2016,12,,\n"));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"));
        assertFalse(page.contains("<b "));
        assertTrue(page.contains("<bdi>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x"));
        assertTrue(page.contains("<bdi>&lt;b onclick=x&gt;</bdi>"));
    }

    @Test
    void whatTurnsTheDirectionIsNamed() {
        String page = page(Given.rows("AUT,\u202EF\u2066,_T,_T,2016,12,", "AUT,F\u2069\u2068,_T,_T,2015,12,"));
        assertFalse(page.chars().anyMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069));
        assertTrue(page.contains("<bdi>[U+202E]F[U+2066]</bdi>"), page);
        assertEquals(page.split("<bdi>", -1).length, page.split("</bdi>", -1).length);
    }

    @Test
    void aFormulaIsShownAsItIs() {
        assertTrue(page(Given.value("=1+1,")).contains("<bdi>=1+1</bdi>"));
    }

    @Test
    void aPageIsWellFormedInEveryLanguageAndLeadsNowhereElse() throws Exception {
        for (String language : LocalText.LANGUAGES) {
            String page = page(mixed(), language, 0, Links.NONE);
            assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\" dir=\""
                    + (language.equals("ar") ? "rtl" : "ltr") + "\">"));
            String xml = page.replaceFirst("<!DOCTYPE html>", "")
                    .replaceAll("<meta([^>]*)>", "<meta$1/>")
                    .replaceFirst("(?s)<style>.*</style>", "");
            javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            List<String> ids = groups(ID.matcher(page));
            assertEquals(ids.size(), Set.copyOf(ids).size(), "an id stands twice: " + ids);
            for (String address : groups(ADDRESS.matcher(page))) {
                assertTrue(address.startsWith("#") && ids.contains(address.substring(1)), address);
            }
        }
    }

    private static List<String> groups(Matcher matcher) {
        return matcher.results().map((MatchResult found) -> found.group(1)).collect(Collectors.toList());
    }

    @Test
    void thePolicyAllowsTheStyleOfThePageAndNothingElse() throws Exception {
        String page = page(Given.file(""));
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        String hash = Base64.getEncoder().encodeToString(DigestUtils.sha256(style));
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'",
                HtmlReport.POLICY);
        assertFalse(page.contains(" style="));
        assertFalse(page.contains("<script"));
        assertFalse(style.contains("url("));
        assertFalse(style.contains("@import"));
    }

    @Test
    void aPageHasAtMostAThousandFindingsAndSaysWhereTheRestIs() {
        Given given = Given.file(Given.HEADER + "\n" + "AUT,W,_T,_T,2016,12,\n".repeat(2_500));
        String first = page(given, "en", 0, new Links(0, null, "/r?cursor=MQ", null, null, null));
        assertEquals(1_001, first.split("<td class=\"said\"", -1).length);
        assertTrue(first.contains("Findings 1 to 1,000 of 2,500"));
        assertTrue(first.contains("2,500 errors"));
        assertTrue(first.contains("CSV and XLSX forms"));
        assertTrue(first.contains("<a href=\"/r?cursor=MQ\" rel=\"next\">"));
        String last = page(given, "en", 2_000, new Links(2_000, "/r", null, null, null, null));
        assertTrue(last.contains("Findings 2,001 to 2,500 of 2,500"));
        assertTrue(last.contains("<a href=\"/r\" rel=\"first\">"));
        assertFalse(last.contains("rel=\"next\""));
    }

    @Test
    void aGoodFileHasAShortPage() {
        String page = page(Given.rows("AUT,F,_T,_T,2016,12,"));
        assertTrue(page.contains("The file has no errors"));
        assertTrue(page.contains("There are no findings."));
        assertFalse(page.contains("<table"));
    }

    @Test
    void theVerdictIsThatOfTheGravestFindings() {
        Map.of(
                        "The file cannot be accepted yet: it has 1 error.",
                        Given.rows("AUT,W,_T,_T,2016,12,"),
                        "The file can be accepted after you explain 1 warning.",
                        Given.rows("AUT,_T,_T,_T,2016,20,", "AUT,F,_T,_T,2016,12,", "AUT,M,_T,_T,2016,10,"),
                        "The file has no errors, and no rule reported anything.",
                        Given.rows("AUT,F,_T,_T,2016,12,"))
                .forEach((verdict, given) -> assertTrue(page(given).contains(verdict), verdict));
    }

    @Test
    void ofPersonsNothingIsShown() {
        String page = page(Given.file("Surname,SEX\nsecret,F\n"));
        assertFalse(page.contains("secret"));
        assertTrue(page.contains("case-level-data"));
    }
}
