package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.validate.forms.XlsxParts.broken;
import static org.tipstats.validate.forms.XlsxParts.cells;
import static org.tipstats.validate.forms.XlsxParts.comments;
import static org.tipstats.validate.forms.XlsxParts.elements;
import static org.tipstats.validate.forms.XlsxParts.parts;
import static org.tipstats.validate.forms.XlsxParts.sheetNames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;

/** Tests how a report as workbook repeats the rows of the submitter's file. */
class XlsxRowsTest {

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
    void ofPersonsAndOfNoTablesThereAreNoRows() {
        Map<String, String> parts = parts(Given.file("Surname,SEX\nsecret,F\n"), "en");
        assertEquals(List.of("Summary", "Findings"), sheetNames(parts));
        parts.forEach((name, part) -> assertFalse(part.contains("secret"), name));
        assertTrue(cells(parts, 1).containsValue("This report does not repeat the rows of the file."));
        assertEquals(List.of("Summary", "Findings"), sheetNames(parts(Given.file(""), "en")));
    }
}
