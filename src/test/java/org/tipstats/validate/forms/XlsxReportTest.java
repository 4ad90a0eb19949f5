package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.validate.forms.XlsxParts.broken;
import static org.tipstats.validate.forms.XlsxParts.cells;
import static org.tipstats.validate.forms.XlsxParts.comments;
import static org.tipstats.validate.forms.XlsxParts.elements;
import static org.tipstats.validate.forms.XlsxParts.parts;
import static org.tipstats.validate.forms.XlsxParts.sheetNames;
import static org.tipstats.validate.forms.XlsxParts.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests the sheets of a report as workbook. */
class XlsxReportTest {

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
    void commentsAreNotWithoutEnd() {
        Map<String, String> parts =
                parts(Given.file(Given.HEADER + "\n" + "AUT,W,_T,_T,2016,12,\n".repeat(5_100)), "en");
        assertEquals(5_000, comments(parts, 2).size());
        assertTrue(cells(parts, 1).values().stream().anyMatch(note -> note.contains("the first 5,000 cells")));
        assertEquals("5101", cells(parts, 3).get("A5101"));
        assertTrue(cells(parts, 2).get("J5101").startsWith("Error: "));
    }

    /** The table of causes in the summary has names that columns have, too. */
    @Test
    void theReportOnAWorkbookCanBeSentBack() throws IOException {
        for (String language : LocalText.LANGUAGES) {
            Given first = Given.bytes(workbook(broken(), language));
            Given again = Given.bytes(workbook(first, language));
            assertEquals(broken().found(), faults(first), language);
            assertEquals(broken().found(), faults(again), language);
        }
    }

    @Test
    void emptyCellsAfterTheLastColumnAreNoColumns() throws IOException {
        Given given = Given.file(Given.HEADER + ",,,\nAUT,W,_T,_T,2016,12,,,,\nAUT,M,_T,_T,2016,5,,,,\n");
        assertEquals(faults(given), faults(Given.bytes(workbook(given, "en"))));
    }

    private static List<String> faults(Given given) {
        return given.found().stream()
                .filter(each -> !each.startsWith("layout-assumed"))
                .toList();
    }
}
