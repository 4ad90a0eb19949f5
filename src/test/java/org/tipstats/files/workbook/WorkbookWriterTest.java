package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.workbook.SheetWriter.DropDown;

@Isolated("changes the time zone of the process")
class WorkbookWriterTest {

    private static final CellStyle HEADER = CellStyle.PLAIN.withBold().withFill("DDEBF7");

    @TempDir
    Path folder;

    private interface Content {

        void write(WorkbookWriter workbook) throws IOException;
    }

    private static byte[] write(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(bytes, "A title & more")) {
            content.write(workbook);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> parts(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static void writeTemplate(WorkbookWriter workbook) throws IOException {
        SheetWriter data = workbook.sheet("Data");
        data.freezeHeader();
        data.filterByHeader();
        data.textColumn(1);
        data.dropDown(1, 1, 99, new DropDown("Codes of 'SEX'", 0, 0, 2, "Not a code", "Choose \"F\" & such."));
        data.row().text("REF_AREA", HEADER).text("SEX", HEADER).text("OBS_VALUE", HEADER);
        data.row()
                .text("001")
                .text("_T", CellStyle.PLAIN.withTextFormat())
                .number(12, CellStyle.PLAIN.withFill("FFC7CE"));
        assertTrue(data.comment("Twelve?\nReally?"));
        data.row().text("=1+1").empty().number(new BigDecimal("0.5"), CellStyle.PLAIN);
        data.row().text(" a\r\nb _x000D_ \uD83D\uDE00\u0001", CellStyle.PLAIN.withWrap());
        SheetWriter codes = workbook.sheet("Codes of 'SEX'");
        codes.rightToLeft();
        for (String code : List.of("F", "M", "_T")) {
            codes.row().text(code);
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        TestWorkbooks.Table table = TestWorkbooks.read(folder, write(WorkbookWriterTest::writeTemplate), FileKind.XLSX);
        assertEquals(
                List.of(
                        "1/0: REF_AREA|SEX|OBS_VALUE",
                        "2/1: 001|_T|12",
                        "3/2: =1+1||0.5",
                        "4/3:  a\r\nb _x000D_ \uD83D\uDE00\u0001||"),
                table.rows());
        assertEquals(List.of("SHEET null-null Data"), table.assumptions());
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        byte[] first = write(WorkbookWriterTest::writeTemplate);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            // The library writes the time in milliseconds, so a second run never has the same one.
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(first, write(WorkbookWriterTest::writeTemplate));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
        String core = parts(first).get("docProps/core.xml");
        assertFalse(core.contains("created"), core);
        assertTrue(core.contains("<dc:title>A title &amp; more</dc:title>"), core);
    }

    @Test
    void theSheetHasWhatWasAskedFor() throws IOException {
        Map<String, String> parts = parts(write(WorkbookWriterTest::writeTemplate));
        String data = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(data.contains("ySplit=\"1\"") && data.contains("state=\"frozen\""), data);
        assertTrue(data.contains("<autoFilter ref=\"A1:C4\">"), data);
        assertTrue(data.contains("sqref=\"B2:B100\" type=\"list\""), data);
        assertTrue(
                data.contains("<formula1>&apos;Codes of \u2019SEX\u2019&apos;!$A$1:$A$3</formula1>")
                        || data.contains("<formula1>&apos;Codes of &#x2019;SEX&#x2019;&apos;!$A$1:$A$3</formula1>"),
                data);
        assertTrue(data.contains("error=\"Choose &quot;F&quot; &amp; such.\""), data);
        assertFalse(data.contains("<f>"), data);
        assertTrue(parts.get("xl/worksheets/sheet2.xml").contains("rightToLeft=\"true\""));
        assertTrue(parts.get("xl/comments1.xml").contains("Twelve?"));
        assertTrue(parts.get("xl/drawings/vmlDrawing1.vml").contains("<x:Anchor>3,0,1,0,8,0,8,0</x:Anchor>"));
    }

    /** Readers such as openpyxl take the dimension at its word, and miss a style called Normal. */
    @Test
    void noSheetSaysThatItHasOneCellAndTheUsualStyleIsNamed() throws IOException {
        Map<String, String> parts = parts(write(workbook -> {
            workbook.sheet("Short").row().text("one");
            SheetWriter large = workbook.sheet("Long");
            for (int i = 0; i < 2000; i++) {
                large.row().text("row " + i);
            }
        }));
        for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
            assertFalse(parts.get(sheet).contains("<dimension"), sheet);
        }
        assertTrue(parts.get("xl/worksheets/sheet1.xml").contains("one"));
        assertTrue(parts.get("xl/worksheets/sheet2.xml").contains("row 1999"));
        assertTrue(parts.get("xl/styles.xml").contains("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\""));
    }

    @Test
    void columnsAreAsWideAsTheirFirstTextsUpToAMaximum() throws IOException {
        Map<String, String> parts = parts(write(workbook -> {
            SheetWriter sheet = workbook.sheet("s");
            sheet.maxColumnWidth(30);
            sheet.row().text("x").text("x".repeat(20)).text("x".repeat(100)).text("two\nlines of text");
            for (int i = 0; i < 2_000; i++) {
                sheet.row().text("x".repeat(25));
            }
        }));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        for (String width : List.of("27", "22", "32", "15")) {
            assertTrue(sheet.contains("width=\"" + width + ".0\""), sheet.substring(0, 1_000));
        }
    }

    @Test
    void commentsOutliveTheRowsThatWereWrittenOut() throws IOException {
        byte[] bytes = write(workbook -> {
            SheetWriter sheet = workbook.sheet("s");
            for (int i = 0; i < SheetWriter.MAX_COMMENTS + 2; i++) {
                sheet.row().text("x");
                assertEquals(i < SheetWriter.MAX_COMMENTS, sheet.comment("note " + i));
            }
        });
        String comments = parts(bytes).get("xl/comments1.xml");
        assertTrue(comments.contains("ref=\"A1\"") && comments.contains("ref=\"A10000\""));
        assertEquals(
                10_002, TestWorkbooks.read(folder, bytes, FileKind.XLSX).rows().size());
    }

    @Test
    void whatExcelWouldRefuseIsCutOrReplaced() throws IOException {
        byte[] bytes = write(workbook -> {
            workbook.sheet("a/b:c?*[d]'e'" + "x".repeat(40)).row().text("\uD83D\uDE00".repeat(20_000));
            assertThrows(
                    IllegalArgumentException.class, () -> workbook.sheet("A-b-c---d-\u2019e\u2019" + "x".repeat(50)));
        });
        Map<String, String> parts = parts(bytes);
        assertTrue(
                parts.get("xl/workbook.xml").contains("name=\"a-b-c---d-&#x2019;e&#x2019;" + "x".repeat(18) + "\""),
                parts.get("xl/workbook.xml"));
        assertTrue(parts.get("xl/worksheets/sheet1.xml").contains("&#x1f600;&#x2026;</t>"));
    }
}
