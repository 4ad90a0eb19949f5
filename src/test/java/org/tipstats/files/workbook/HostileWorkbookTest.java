package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.detect.FileKind;

/** Reads workbooks that are built to do harm. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class HostileWorkbookTest {

    /** Far more time than a file needs; only an endless loop exceeds it. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    private static final String HEADER = TestWorkbooks.row("REF_AREA", "SEX", "OBS_VALUE");

    @TempDir
    Path folder;

    private MalformedFileException fault(byte[] bytes, FileKind kind) {
        return assertTimeout(
                TIME_LIMIT,
                () -> assertThrows(MalformedFileException.class, () -> TestWorkbooks.read(folder, bytes, kind)));
    }

    private MalformedFileException fault(Map<String, String> parts) throws IOException {
        return fault(TestWorkbooks.zip(parts), FileKind.XLSX);
    }

    private void assertFault(Reason reason, int line, Map<String, String> parts) throws IOException {
        MalformedFileException fault = fault(parts);
        assertEquals(reason + " " + line, fault.reason() + " " + fault.line());
    }

    private void assertBroken(int line, String rows) throws IOException {
        assertFault(Reason.BROKEN_WORKBOOK, line, TestWorkbooks.xlsx(HEADER + rows));
    }

    private static Map<String, String> with(Map<String, String> parts, String name, String xml) {
        Map<String, String> changed = new LinkedHashMap<>(parts);
        if (xml == null) {
            changed.remove(name);
        } else {
            changed.put(name, xml);
        }
        return changed;
    }

    /** Returns a workbook with a part that has the given start and end and a filling that is repeated many times. */
    private static byte[] bomb(
            Map<String, String> parts, String name, String start, String filling, int times, String end)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = filling.repeat(Math.max(1, (1 << 16) / filling.length())).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : with(parts, name, null).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                zip.write(block);
            }
            zip.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void assertTooLarge(String start, String filling, int times, String end) throws IOException {
        byte[] bytes = bomb(TestWorkbooks.xlsx(""), "xl/worksheets/sheet1.xml", start, filling, times, end);
        assertEquals(Reason.WORKBOOK_TOO_LARGE, fault(bytes, FileKind.XLSX).reason());
    }

    @Test
    void partsThatInflateToFarMoreThanTheirSizeAreStopped() throws IOException {
        String start = "<worksheet><sheetData>";
        assertTooLarge(start, " ", 1_100, "</sheetData></worksheet>");
        assertTooLarge(start, "<row/>", 1_100, "</sheetData></worksheet>");
        assertTooLarge(start + "<row><c><v>", "1", 1_100, "</v></c></row></sheetData></worksheet>");
        assertTooLarge(start + "<!--", "x", 1_100, "--></sheetData></worksheet>");
        assertTooLarge(start + "<row r=\"", "1", 1_100, "\"/></sheetData></worksheet>");
        assertTooLarge(start, "<row>", 100, "");
    }

    @Test
    void textsThatAreHeldAreBounded() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER);
        byte[] bytes =
                bomb(parts, "xl/sharedStrings.xml", "<sst>", "<si><t>" + "x".repeat(99) + "</t></si>", 1_100, "</sst>");
        assertEquals(Reason.WORKBOOK_TOO_LARGE, fault(bytes, FileKind.XLSX).reason());
        byte[] runs =
                bomb(parts, "xl/sharedStrings.xml", "<sst><si>", "<r><t>" + "x".repeat(99) + "</t></r>", 1_100, "");
        assertEquals(Reason.WORKBOOK_TOO_LARGE, fault(runs, FileKind.XLSX).reason());
    }

    @Test
    void aQuarterOfTheHeapIsTheMostThatIsHeld() throws IOException {
        Path file = Files.write(folder.resolve("held"), TestWorkbooks.zip(TestWorkbooks.xlsx(HEADER)));
        try (Archive archive = Archive.open(file)) {
            long heap = Runtime.getRuntime().maxMemory();
            for (long held = 1 << 20; held <= heap / 4; held += 1 << 20) {
                archive.countHeld(1 << 20);
            }
            assertThrows(MalformedFileException.class, () -> archive.countHeld(1 << 20));
        }
    }

    @Test
    void aTextThatIsStoredOnceIsNoWayToAnEndlessTable() throws IOException {
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(3) + "</row>";
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER + row.repeat(23_000));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(4_000) + "</t></si></sst>");
        MalformedFileException fault = fault(parts);
        // The limit is 2 to the power of 28 characters. A row has 12,000, the header 20.
        assertEquals("WORKBOOK_TOO_LARGE 22371", fault.reason() + " " + fault.line());
    }

    @Test
    void namesWithoutEndAreStopped() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            rows.append("<name" + i + "/>");
        }
        assertFault(Reason.WORKBOOK_TOO_LARGE, 1, TestWorkbooks.xlsx(HEADER + rows));
        StringBuilder spaces = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            spaces.append("<a:b xmlns:a=\"" + i + "\"/>");
        }
        assertFault(Reason.WORKBOOK_TOO_LARGE, 1, TestWorkbooks.xlsx(HEADER + spaces));
    }

    @Test
    void thousandsOfPartsAreNotLookedThrough() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER);
        for (int i = 0; i < 10_001; i++) {
            parts.put("x" + i, "");
        }
        assertFault(Reason.WORKBOOK_TOO_LARGE, 0, parts);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() throws IOException {
        for (String type : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]>")) {
            String sheet =
                    type + "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
            assertFault(Reason.BROKEN_WORKBOOK, 0, with(TestWorkbooks.xlsx(""), "xl/worksheets/sheet1.xml", sheet));
            assertFault(
                    Reason.BROKEN_WORKBOOK,
                    0,
                    with(TestWorkbooks.xlsx(HEADER), "xl/sharedStrings.xml", type + "<sst/>"));
        }
        assertBroken(2, "<row><c t=\"str\"><v>&e;</v></c></row>");
    }

    @Test
    void missingPartsAreTold() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER);
        for (String name : List.copyOf(parts.keySet())) {
            assertFault(Reason.BROKEN_WORKBOOK, 0, with(parts, name, null));
        }
        assertFault(Reason.NO_TABLE_SHEET, 0, with(parts, "xl/workbook.xml", "<workbook><sheets/></workbook>"));
        assertFault(Reason.NO_TABLE_SHEET, 0, TestWorkbooks.xlsx(Map.of("(hidden) only", HEADER)));
        assertEquals(
                Reason.NO_TABLE_SHEET,
                fault(TestWorkbooks.zip(Map.of("content.xml", "<a><body><text/></body></a>")), FileKind.ODS)
                        .reason());
    }

    @Test
    void rowsAndCellsOutOfOrderAreTold() throws IOException {
        assertBroken(1, "<row r=\"1\"/>");
        assertFault(Reason.WORKBOOK_TOO_LARGE, 1, TestWorkbooks.xlsx(HEADER + "<row r=\"1048577\"/>"));
        assertBroken(1, "<row r=\"x\"/>");
        assertBroken(2, "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>");
        assertBroken(2, "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>");
        assertBroken(2, "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>");
        assertBroken(2, "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>");
        assertBroken(2, "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>");
        assertBroken(2, "<row><c t=\"s\"><v>7</v></c></row>");
        assertBroken(2, "<row><c t=\"zz\"><v>7</v></c></row>");
    }

    @Test
    void limitsOfTablesHold() throws IOException {
        String[] names = new String[201];
        Arrays.fill(names, "x");
        assertFault(Reason.TOO_MANY_COLUMNS, 1, TestWorkbooks.xlsx(TestWorkbooks.row(names)));
        assertFault(Reason.CELL_TOO_LONG, 2, TestWorkbooks.xlsx(HEADER + TestWorkbooks.row("x".repeat(4_001))));
        assertEquals(
                4_000 + "2/1: ||".length(),
                TestWorkbooks.read(folder, TestWorkbooks.xlsx(HEADER + TestWorkbooks.row("x".repeat(4_000))))
                        .rows()
                        .get(1)
                        .length());
    }

    @Test
    void twoPartsWithOneNameAreNotChosenFrom() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER);
        parts.put("XL/Workbook.xml", parts.get("xl/workbook.xml"));
        assertFault(Reason.BROKEN_WORKBOOK, 0, parts);
    }

    @Test
    void repeatedCellsAndRowsAreNoWayToAnEndlessTable() throws IOException {
        String start = "<table:table table:name=\"t\">";
        String cell =
                "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>SEX</text:p></table:table-cell>";
        String row = "<table:table-row table:number-rows-repeated=\"1048576\">";
        String end = "</table:table-row></table:table>";
        assertEquals(
                Reason.WORKBOOK_TOO_LARGE,
                fault(TestWorkbooks.zip(TestWorkbooks.ods("", start + row + cell + end)), FileKind.ODS)
                        .reason());
        assertEquals(
                Reason.TOO_MANY_COLUMNS,
                fault(TestWorkbooks.zip(TestWorkbooks.ods("", start + "<table:table-row>" + cell + end)), FileKind.ODS)
                        .reason());
        String spaces =
                "<table:table-cell office:value-type=\"string\"><text:p>x<text:s text:c=\"2000000000\"/></text:p></table:table-cell>";
        assertEquals(
                Reason.CELL_TOO_LONG,
                fault(
                                TestWorkbooks.zip(TestWorkbooks.ods("", start + "<table:table-row>" + spaces + end)),
                                FileKind.ODS)
                        .reason());
    }

    @Test
    void aLockedSpreadsheetIsToldAsSuch() throws IOException {
        Map<String, String> parts = TestWorkbooks.ods("", "");
        parts.put("content.xml", "\u0001\u0002");
        parts.put(
                "META-INF/manifest.xml",
                "<manifest><file-entry full-path=\"content.xml\"><encryption-data/></file-entry></manifest>");
        assertEquals(
                Reason.PROTECTED, fault(TestWorkbooks.zip(parts), FileKind.ODS).reason());
    }
}
