package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.LocalText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Tests reports as workbooks and reads each part as XML. */
class XlsxReportTest {

    private static byte[] workbook(Given given, String language) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XlsxReport(given.flow(), language)
                    .write(ReceivedTable.of(file, given.flow()), validation.report(), validation::findings, out);
            return out.toByteArray();
        });
    }

    private static Map<String, String> parts(Given given, String language) {
        return parts(workbook(given, language));
    }

    private static Map<String, String> parts(byte[] workbook) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static Document parse(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Element> elements(String part, String name) {
        NodeList nodes = parse(part).getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    private static List<String> sheetNames(Map<String, String> parts) {
        return elements(parts.get("xl/workbook.xml"), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    /** Returns the texts and numbers of a sheet by cell. */
    private static Map<String, String> cells(Map<String, String> parts, int sheet) {
        List<String> shared = elements(parts.get("xl/sharedStrings.xml"), "si").stream()
                .map(Element::getTextContent)
                .toList();
        Map<String, String> cells = new TreeMap<>();
        for (Element cell : elements(parts.get("xl/worksheets/sheet" + sheet + ".xml"), "c")) {
            String text = cell.getTextContent();
            if (!text.isEmpty()) {
                boolean isShared = cell.getAttribute("t").equals("s");
                cells.put(cell.getAttribute("r"), isShared ? shared.get(Integer.parseInt(text)) : text);
            }
        }
        return cells;
    }

    private static Map<String, String> comments(Map<String, String> parts, int sheet) {
        Map<String, String> comments = new TreeMap<>();
        for (Element comment : elements(parts.get("xl/comments" + sheet + ".xml"), "comment")) {
            comments.put(comment.getAttribute("ref"), comment.getTextContent());
        }
        return comments;
    }

    private static Given broken() {
        return Given.file(Given.HEADER.replace(',', ';') + ";COMMENT\n"
                + "AUT;W;_T;_T;2016;1 282;;=1+1\n\nAUT;M;_T;_T;2016;7;;001\n");
    }

    @Test
    void theSummaryComesFirstThenTheRowsThenTheFindings() {
        Map<String, String> parts = parts(broken(), "en");
        assertEquals(List.of("Summary", "Data", "Findings"), sheetNames(parts));
        Map<String, String> summary = cells(parts, 1);
        assertEquals("Report on given.csv", summary.get("B1"));
        assertEquals("The file cannot be accepted yet: it has 2 errors.", summary.get("B2"));
        assertTrue(summary.containsValue("semicolon"));
        assertTrue(summary.containsValue("\"W\" is not a code of SEX."));
        assertTrue(summary.containsValue("duplicate-key"), "passed rules are listed");
    }

    @Test
    void theRowsAreTheSubmittersOwnAsTexts() {
        Map<String, String> parts = parts(broken(), "en");
        Map<String, String> data = cells(parts, 2);
        assertEquals("REF_AREA", data.get("A1"));
        assertEquals("_messages", data.get("K1"));
        assertEquals("1 282", data.get("F2"));
        assertEquals("=1+1", data.get("H2"));
        assertEquals("2", data.get("I2"));
        assertEquals("error", data.get("J2"));
        assertEquals("7", data.get("F3"));
        assertEquals("001", data.get("H3"));
        assertEquals("4", data.get("I3"));
        assertFalse(data.containsKey("K3"));
        String sheet = parts.get("xl/worksheets/sheet2.xml");
        assertFalse(sheet.contains("<f>") || sheet.contains("<f "), "no formula");
        elements(sheet, "c").stream()
                .filter(cell -> !cell.getTextContent().isEmpty())
                .filter(cell -> !cell.getAttribute("r").startsWith("I")
                        || cell.getAttribute("r").equals("I1"))
                .forEach(cell ->
                        assertTrue(List.of("inlineStr", "s").contains(cell.getAttribute("t")), cell.getAttribute("r")));
    }

    @Test
    void theCellsConcernedHaveACommentAndAColour() {
        Map<String, String> parts = parts(broken(), "en");
        Map<String, String> comments = comments(parts, 2);
        assertEquals(List.of("B2", "F2"), List.copyOf(comments.keySet()));
        assertEquals("Error: \"W\" is not a code of SEX. Use F (Female).", comments.get("B2"));
        Map<String, String> styles = new TreeMap<>();
        elements(parts.get("xl/worksheets/sheet2.xml"), "c")
                .forEach(cell -> styles.put(cell.getAttribute("r"), cell.getAttribute("s")));
        assertEquals(styles.get("B2"), styles.get("F2"));
        assertFalse(styles.get("B2").equals(styles.get("A2")));
        assertEquals(styles.get("A2"), styles.get("B3"));
        assertTrue(parts.get("xl/styles.xml").contains("FFC7CE"));
    }

    @Test
    void theFindingsSayWhatIsWrongBeforeTheColumn() {
        Map<String, String> findings = cells(parts(broken(), "en"), 3);
        assertEquals("Problem", findings.get("C1"));
        assertEquals("Column", findings.get("E1"));
        assertEquals("2", findings.get("A2"));
        assertEquals("Error", findings.get("B2"));
        assertEquals("\"W\" is not a code of SEX.", findings.get("C2"));
        assertEquals("Use F (Female).", findings.get("D2"));
        assertEquals("SEX (B)", findings.get("E2"));
        assertEquals("W", findings.get("F2"));
        assertEquals("unknown-code", findings.get("J2"));
        assertEquals("not-a-count", findings.get("J3"));
        assertFalse(findings.containsKey("A4"));
    }

    @Test
    void whatConcernsTheHeaderStandsAtTheHeader() {
        Map<String, String> parts =
                parts(Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,Budget\nAUT,F,_T,_T,2016,1\n"), "en");
        Map<String, String> comments = comments(parts, 2);
        assertTrue(comments.get("F1").contains("Budget"), comments.toString());
        assertTrue(comments.get("I1").contains("OBS_VALUE"), comments.toString());
        assertEquals("AUT", cells(parts, 2).get("A2"));
    }

    @Test
    void columnsOfAnEarlierReportAreLeftOut() {
        Map<String, String> parts = parts(
                Given.file("_line,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,_messages\n"
                        + "2,AUT,W,_T,_T,2016,12,old\n"),
                "en");
        assertEquals("W", cells(parts, 2).get("B2"));
        assertEquals(List.of("B2"), List.copyOf(comments(parts, 2).keySet()));
        assertFalse(cells(parts, 2).containsValue("old"));
    }

    @Test
    void theRowsOfAWorkbookAreRepeatedToo() throws IOException {
        Path file = Files.createTempFile("given", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                WorkbookWriter workbook = new WorkbookWriter(out, "given")) {
            SheetWriter sheet = workbook.sheet("Figures");
            sheet.row().text("REF_AREA").text("SEX").text("OBS_VALUE");
            sheet.row().text("AUT").text("W").text("=1+1");
        }
        Given given = Given.file("");
        Finding finding = new Finding(
                "unknown-code",
                Severity.ERROR,
                2,
                1,
                Finding.Column.at("SEX", 2),
                "W",
                Map.of(),
                List.of(),
                Map.of(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxReport(given.flow(), "en")
                .write(
                        ReceivedTable.of(file, given.flow()),
                        reportOn("xlsx"),
                        () -> List.of(finding).iterator(),
                        out);
        Files.delete(file);
        Map<String, String> parts = parts(out.toByteArray());
        assertEquals(List.of("Summary", "Data", "Findings"), sheetNames(parts));
        assertEquals("=1+1", cells(parts, 2).get("C2"));
        assertTrue(comments(parts, 2).get("B2").startsWith("Error: "));
    }

    private static ValidationReport reportOn(String format) {
        return new ValidationReport(
                false,
                "VICTIMS",
                "1.0.0",
                "1.0.0",
                new ValidationReport.FileInfo("given." + format, "", 0, format, null, null, 1, 1),
                new ValidationReport.Counts(1, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                1,
                1,
                null,
                null,
                false);
    }

    @Test
    void aRowThatIsTooLongStaysSo() {
        Map<String, String> data = cells(parts(Given.rows("AUT,F,_T,_T,2016,5,,surplus"), "en"), 2);
        assertEquals("2", data.get("H2"));
        assertEquals("surplus", data.get("K2"));
        data = cells(parts(Given.rows("AUT,F,_T,_T,2016,5,", "AUT,M,_T,_T,2016,\"5,"), "en"), 2);
        assertFalse(data.containsValue("5"), "the workbook must not show a part of a broken file");
    }

    @Test
    void aRowThatIsTooShortStandsBehindTheColumnsSoThatItStaysWrong() {
        Map<String, String> data = cells(parts(Given.rows("AUT,F,_T,_T,2016", "AUT,M,_T,_T,2016,5,"), "en"), 2);
        assertNull(data.get("A2"));
        assertEquals("AUT", data.get("K2"));
        assertEquals("AUT", data.get("A3"));
    }

    @Test
    void equalFilesGiveEqualBytesWheneverTheyAreWritten() throws IOException {
        assertArrayEquals(workbook(broken(), "en"), workbook(broken(), "en"));
        assertFalse(parts(broken(), "en").get("docProps/core.xml").contains("created"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook(broken(), "en")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(1980, entry.getTimeLocal().getYear(), entry.getName());
            }
        }
    }

    @Test
    void inArabicTheSheetsRunFromRightToLeft() {
        Map<String, String> parts = parts(broken(), "ar");
        for (int sheet = 1; sheet <= 3; sheet++) {
            assertTrue(parts.get("xl/worksheets/sheet" + sheet + ".xml").contains("rightToLeft=\"true\""));
        }
    }

    @Test
    void everyLanguageHasItsSheets() {
        for (String language : LocalText.LANGUAGES) {
            assertEquals(3, sheetNames(parts(broken(), language)).size(), language);
        }
    }

    @Test
    void ofPersonsAndOfNoTablesThereAreNoRows() {
        Map<String, String> parts = parts(Given.file("Surname,SEX\nsecret,F\n"), "en");
        assertEquals(List.of("Summary", "Findings"), sheetNames(parts));
        parts.forEach((name, part) -> assertFalse(part.contains("secret"), name));
        assertTrue(cells(parts, 1).containsValue("This report does not repeat the rows of the file."));
        assertEquals(List.of("Summary", "Findings"), sheetNames(parts(Given.file(""), "en")));
    }

    @Test
    void commentsAreNotWithoutEnd() {
        Map<String, String> parts =
                parts(Given.file(Given.HEADER + "\n" + "AUT,W,_T,_T,2016,12,\n".repeat(5_100)), "en");
        assertEquals(5_000, comments(parts, 2).size());
        assertTrue(cells(parts, 1).values().stream().anyMatch(note -> note.contains("the first 5,000 cells")));
        assertEquals("5101", cells(parts, 3).get("A5101"));
        assertTrue(cells(parts, 2).get("J5101").startsWith("Error: "));
    }
}
