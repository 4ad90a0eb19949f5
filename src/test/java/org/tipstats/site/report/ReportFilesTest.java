package org.tipstats.site.report;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.pdf.PdfTags;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests the PDF file, read by a PDF library. */
@QuarkusTest
class ReportFilesTest {

    private static final String HOST = "reports.example";
    private static final URI ADDRESS = URI.create("http://" + HOST);

    @Inject
    ReportData data;

    @Inject
    PrintedReports prints;

    @Inject
    PublishedReleases published;

    @Inject
    TestReleases releases;

    @Inject
    Database database;

    /** Prints the newest release in all languages before a reader asks. All tests read these files. */
    @BeforeEach
    void publish() {
        data.publish();
        prints.printMissing(ADDRESS);
    }

    private static RequestSpecification asked() {
        return given().header("Host", HOST);
    }

    private static byte[] file(String language) {
        return asked().get("/" + language + "/reports/patterns-2/report.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]+", "");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Global patterns of trafficking in persons, Key findings",
        "fr, Tendances mondiales de la traite des personnes, Principaux résultats",
        "es, Pautas mundiales de la trata de personas, Resultados principales",
        "ru, Глобальная картина торговли людьми, Основные выводы",
        "ar, الأنماط العالمية للاتجار بالأشخاص, أهم النتائج",
        "zh, 全球人口贩运模式, 主要结果"
    })
    void aFileHasTitleNumbersTagsAndFontsInEachLanguage(String language, String title, String heading)
            throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file(language))) {
            String text = squeezed(new PDFTextStripper().getText(pdf));

            assertTrue(pdf.getDocumentInformation().getTitle().startsWith(title));
            assertEquals(language, pdf.getDocumentCatalog().getLanguage());
            assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(text.contains(squeezed(title)), text.substring(0, 300));
            assertTrue(text.contains(squeezed(heading)), text.substring(0, 600));
            assertFalse(text.contains("#"), "every character must be in a font");
            Set<String> numbers = numbers(language);
            assertTrue(numbers.size() > 10, numbers.toString());
            assertEquals(
                    Set.of(),
                    numbers.stream().filter(number -> !text.contains(number)).collect(Collectors.toSet()));
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(font).isEmbedded(), font.getName());
                }
            }
        }
    }

    /** Returns the numbers that link to their own page in the report of the website. */
    private static Set<String> numbers(String language) {
        String page = asked().header("Accept", "text/html")
                .get("/" + language + "/reports/patterns-2")
                .asString();
        return Pattern.compile("/figure/[^\"]*\">([^<]*\\d[^<]*)")
                .matcher(page)
                .results()
                .map(match -> squeezed(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aFileHasTrueContentsFullPagesAndTagsForEverything() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file("en"))) {
            List<PrintedText> pages = PrintedText.of(pdf);
            PdfTags tags = PdfTags.of(pdf);
            assertTrue(pages.size() > 4 && pages.size() <= 40, pages.size() + " pages");
            List<String> chapters = new ArrayList<>();
            for (MatchResult line : Pattern.compile("(?m)^(.+?)[ .]+ (\\d+)\\s*$")
                    .matcher(pages.get(1).text())
                    .results()
                    .filter(line -> line.group().contains(". ."))
                    .toList()) {
                chapters.add(line.group(1));
                PrintedText page = pages.get(Integer.parseInt(line.group(2)) - 1);
                assertTrue(page.text().contains(line.group(1)), line.group() + ": " + page.text());
            }
            assertTrue(
                    chapters.containsAll(List.of("Key findings", "Comparison between regions", "Europe")),
                    "" + chapters);
            assertTrue(tags.bookmarks().containsAll(chapters), tags.bookmarks().toString());
            pages.subList(0, pages.size() - 1)
                    .forEach(page -> assertTrue(page.filled() >= 0.5, page.filled() + " of " + page.text()));

            assertTrue(tags.pictures().size() > 5 && !tags.pictures().contains(null), "" + tags.pictures());
            assertFalse(tags.links().contains(null), "a link needs a description");
            assertTrue(tags.of("H1", "H2").startsWith("H1 H2"), "one title, then chapters");
            tags.elements().stream()
                    .filter(element -> element.getStructureType().equals("TH"))
                    .map(head ->
                            head.getCOSObject().getDictionaryObject(COSName.A).toString())
                    .forEach(kind -> assertTrue(kind.contains("Scope"), kind));
        }
    }

    @Test
    void linksLeadToThisServiceAlone() throws IOException {
        List<String> addresses = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file("en"))) {
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                        addresses.add(uri.getURI());
                    }
                }
            }
        }
        String own = asked().get("/api/v1/releases/patterns-2/citation").path("url");
        String start = own.substring(0, own.indexOf("/api/"));

        assertTrue(addresses.size() > 20, addresses.toString());
        assertEquals(
                List.of(),
                addresses.stream()
                        .filter(address -> !address.startsWith(start + "/"))
                        .toList());
        String figure = addresses.stream()
                .filter(address -> address.contains("/en/figure/"))
                .findFirst()
                .orElseThrow();
        given().urlEncodingEnabled(false)
                .get(figure.substring(start.length()))
                .then()
                .statusCode(200);
    }

    @Test
    void aFileIsMadeOnceAndKnownAgain() {
        Response first = given().get("/en/reports/patterns-1/report.pdf");

        assertArrayEquals(
                first.asByteArray(),
                given().get("/en/reports/patterns-1/report.pdf").asByteArray());
        given().header("If-None-Match", first.header("ETag"))
                .get("/en/reports/patterns-1/report.pdf")
                .then()
                .statusCode(304);
        assertEquals("inline; filename=\"tipstats-patterns-1-en.pdf\"", first.header("Content-Disposition"));
    }

    @Test
    void aReportForAnAddressThatARequestInventsIsNotStored() {
        long before = database.number("select count(*) from printed_report");
        given().header("Host", "invented.example")
                .get("/en/reports/patterns-1/report.pdf")
                .then()
                .statusCode(200);
        assertEquals(before, database.number("select count(*) from printed_report"));
    }

    @Test
    void theNewestReleaseIsPrintedInAllLanguagesBeforeAReaderAsksAndADraftIsNot() {
        assertEquals("patterns-2", published.latest().orElseThrow().id(), "the newest release is another");
        for (String language : LocalText.LANGUAGES) {
            assertEquals(
                    1,
                    database.number(
                            "select count(*) from printed_report where release_id = 'patterns-2' and content = ?",
                            file(language)),
                    language);
        }
        releases.draft("patterns-draft", null);
        long before = database.number("select count(*) from printed_report");
        prints.printMissing(ADDRESS);
        assertEquals(before, database.number("select count(*) from printed_report"));
        assertEquals(0, database.number("select count(*) from printed_report where release_id = ?", "patterns-draft"));
        given().get("/en/reports/patterns-draft/report.pdf").then().statusCode(404);
        releases.as(AccountRole.REVIEWER)
                .delete("/api/v1/releases/patterns-draft")
                .then()
                .statusCode(204);
    }
}
