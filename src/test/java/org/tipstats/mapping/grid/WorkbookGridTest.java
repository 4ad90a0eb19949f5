package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.mapping.grid.CsvGridTest.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.workbook.TestWorkbooks;

/** Reads workbooks as a grid. */
class WorkbookGridTest {

    @TempDir
    Path folder;

    private Grid grid(Map<String, String> parts) throws IOException {
        // The name is wrong on purpose: the content decides.
        return GridReader.read(Files.write(folder.resolve("table.csv"), TestWorkbooks.zip(parts)));
    }

    private static Map<String, String> merged(String rows, String... ranges) {
        Map<String, String> parts = TestWorkbooks.xlsx(rows);
        StringBuilder merged = new StringBuilder("<mergeCells>");
        for (String range : ranges) {
            merged.append("<mergeCell ref=\"" + range + "\"/>");
        }
        merged.append("</mergeCells><pageMargins");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml", (name, sheet) -> sheet.replace("<pageMargins", merged.toString()));
        return parts;
    }

    private static String ods(String rows) {
        return "<table:table table:name=\"Data\">" + rows + "</table:table>";
    }

    @Test
    void allVisibleSheetsWithTextAreRead() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Women", TestWorkbooks.row("2014", "12"));
        sheets.put("(hidden)Lists", TestWorkbooks.row("a"));
        sheets.put("Blank", "<row/>");
        sheets.put("Men 2014", "<row r=\"3\"><c r=\"C3\"><v>7</v></c></row>");
        Grid grid = grid(TestWorkbooks.xlsx(sheets));
        assertEquals(
                List.of("Women", "Men 2014"),
                grid.sheets().stream().map(Sheet::name).toList());
        assertEquals("1:2014|12 / 3:||7", cells(grid));
        assertEquals("'Men 2014'!C3", grid.sheets().get(1).address(3, 2));
    }

    @Test
    void mergedRangesAreKnownAndTheirTextIsInTheFirstCell() throws IOException {
        Grid grid = grid(merged(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\"><v>5</v></c><c r=\"C2\"><v>6</v></c></row>",
                "A1:B2"));
        assertEquals("1:1||3 / 2:||6", cells(grid));
        assertEquals("[A1:B2]", grid.sheets().get(0).merged().toString());
        assertEquals("", grid.sheets().get(0).text(2, 1));
        String down = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>";
        assertEquals("1:1", cells(grid(merged(down, "A1:A2"))), "a row that is covered has no text");
    }

    @Test
    void aWrongOrOverlappingRangeBreaksTheWorkbook() {
        assertEquals(Reason.BROKEN_WORKBOOK, fault(merged(TestWorkbooks.row("a"), "B1:A1")));
        assertEquals(Reason.BROKEN_WORKBOOK, fault(merged(TestWorkbooks.row("a"), "A0")));
        String row = TestWorkbooks.row(new String[] {"a"}).replace("<row>", "").replace("</row>", "");
        String[] everything = new String[3_000];
        Arrays.fill(everything, "A1:XFD1048576");
        String rows = ("<row>" + row.repeat(1_500) + "</row>").repeat(3);
        assertEquals(Reason.BROKEN_WORKBOOK, fault(merged(rows, everything)));
    }

    private Reason fault(Map<String, String> parts) {
        return assertThrows(MalformedFileException.class, () -> grid(parts)).reason();
    }

    @Test
    void aRaisedFootnoteMarkIsNoDigit() throws IOException {
        String raised = "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>1)</t></r>";
        Map<String, String> parts =
                TestWorkbooks.xlsx("<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>12</t></r>" + raised
                        + "<r><t> b</t></r></is></c></row>");
        parts.put("xl/sharedStrings.xml", "<sst><si><r><t>12</t></r>" + raised.replace("1)", "a") + "</si></sst>");
        assertEquals("1:12\u1D43|12\u00B9\u207E b", cells(grid(parts)));
    }

    @Test
    void anOrdinalEndingStaysAWord() throws IOException {
        assertEquals(
                "1:1er",
                cells(grid(TestWorkbooks.xlsx("<row><c t=\"inlineStr\"><is><r><t>1</t></r><r><rPr>"
                        + "<vertAlign val=\"superscript\"/></rPr><t>er</t></r></is></c></row>"))));
    }

    @Test
    void numbersAreWrittenInFullAndFormulasGiveTheirResult() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(
                "<row><c><v>1.2345E3</v></c><c s=\"1\"><v>1</v></c><c><f>A1*2</f><v>2469</v></c><c><f>A1</f></c></row>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>");
        assertEquals("1:1234.5|100%|2469|=?", cells(grid(parts)));
    }

    @Test
    void theDotOfAStoredNumberIsNoSeparatorOfThousands() throws IOException {
        assertEquals(
                "1:1.6090|1.609|12.5",
                cells(grid(TestWorkbooks.xlsx(
                        "<row><c><v>1.609</v></c><c t=\"str\"><v>1.609</v></c>" + "<c><v>12.5</v></c></row>"))));
        assertEquals(
                "1:1.6090|1.609",
                cells(grid(TestWorkbooks.ods(
                        "",
                        ods("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1.609\"/>"
                                + "<table:table-cell><text:p>1.609</text:p></table:table-cell></table:table-row>")))));
    }

    @Test
    void aWideSheetIsReadUpToTheLimit() throws IOException {
        assertEquals(
                2_000,
                grid(TestWorkbooks.xlsx("<row r=\"1\"><c r=\"BXX1\"><v>1</v></c></row>"))
                        .sheets()
                        .get(0)
                        .width());
        assertEquals(
                Reason.TOO_MANY_COLUMNS, fault(TestWorkbooks.xlsx("<row r=\"1\"><c r=\"BXY1\"><v>1</v></c></row>")));
    }

    @Test
    void openDocumentSheetsAreRead() throws IOException {
        String styles = "<style:style style:name=\"T1\"><style:text-properties style:text-position=\"super 58%\"/>"
                + "</style:style><style:style style:name=\"T2\"><style:text-properties"
                + " style:text-position=\"-33% 58%\"/></style:style>";
        Grid grid = grid(TestWorkbooks.ods(
                styles,
                ods(
                        "<table:table-row><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\">"
                                + "<text:p>Sex</text:p></table:table-cell><table:covered-table-cell><text:p>hidden</text:p>"
                                + "</table:covered-table-cell><table:table-cell><text:p>12<text:span"
                                + " text:style-name=\"T1\">1</text:span> <text:span text:style-name=\"T2\">2</text:span></text:p>"
                                + "</table:table-cell></table:table-row><table:table-row><table:table-cell"
                                + " table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"float\""
                                + " office:value=\"7\"/></table:table-row>")));
        assertEquals("1:Sex||12\u00B9 2 / 2:||7", cells(grid));
        assertEquals("[A1:B2]", grid.sheets().get(0).merged().toString());
    }
}
