package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.detect.FileKind;

class XlsxReaderTest {

    private static final String HEADER = TestWorkbooks.row("REF_AREA", "SEX", "OBS_VALUE");

    @TempDir
    Path folder;

    private List<String> rows(Map<String, String> parts) throws IOException {
        return TestWorkbooks.read(folder, parts).rows();
    }

    private List<String> assumptions(Map<String, String> parts) throws IOException {
        return TestWorkbooks.read(folder, parts).assumptions();
    }

    private List<String> rows(String rows) throws IOException {
        return rows(TestWorkbooks.xlsx(rows));
    }

    @Test
    void aSheetAsExcelWritesItIsRead() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(
                "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                        + "<c r=\"B1\" s=\"1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>\n"
                        + "<row r=\"2\" spans=\"1:3\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"C2\" s=\"1\"><v>12</v></c></row>"
                        + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>3</v></c><c r=\"B5\" t=\"s\"><v>4</v></c><c r=\"C5\"><v>0</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst count=\"6\" uniqueCount=\"5\"><si><t>REF_AREA</t></si><si><t>SEX</t></si><si><t>OBS_VALUE</t></si>"
                        + "<si><t xml:space=\"preserve\"> AUT</t></si>"
                        + "<si><r><rPr><b/></rPr><t>_</t></r><r><t>T</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>");
        assertEquals(List.of("1/0: REF_AREA|SEX|OBS_VALUE", "2/1:  AUT||12", "5/2:  AUT|_T|0"), rows(parts));
    }

    @Test
    void numbersAreInFullAndNeverRounded() throws IOException {
        assertEquals(
                List.of(
                        "1/0: REF_AREA|SEX|OBS_VALUE",
                        "2/1: 12|12|12.5",
                        "3/2: 1000|2.0000000000000004|-3",
                        "4/3: 0.00001|1234567890123456789012|abc",
                        "5/4: 1E999999999|0|7"),
                rows(HEADER
                        + "<row><c><v>12</v></c><c><v>12.0</v></c><c><v>12.5</v></c></row>"
                        + "<row><c><v>1E3</v></c><c><v>2.0000000000000004</v></c><c t=\"n\"><v>-3</v></c></row>"
                        + "<row><c><v>1E-5</v></c><c><v>1234567890123456789012</v></c><c><v>abc</v></c></row>"
                        + "<row><c><v>1E999999999</v></c><c><v>-0</v></c><c><v>007</v></c></row>"));
    }

    @Test
    void formatsTellDatesAndSharesFromCounts() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER
                + "<row><c s=\"1\"><v>42433</v></c><c s=\"2\"><v>42433.5</v></c><c s=\"3\"><v>0.12</v></c></row>"
                + "<row><c s=\"3\"><v>1</v></c><c s=\"4\"><v>1234</v></c><c s=\"5\"><v>1.5</v></c></row>"
                + "<row><c s=\"9\"><v>42433</v></c><c s=\"0\"><v>42433</v></c><c s=\"2\"><v>0.25</v></c></row>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/>"
                        + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"><alignment/></xf>"
                        + "<xf numFmtId=\"164\"/><xf numFmtId=\"9\"/><xf numFmtId=\"3\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
        assertEquals(
                List.of(
                        "1/0: REF_AREA|SEX|OBS_VALUE",
                        "2/1: 2016-03-04|2016-03-04T12:00:00|0.12",
                        "3/2: 100%|1234|36:00:00",
                        "4/3: 42433|42433|06:00:00"),
                rows(parts));
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER + "<row><c s=\"1\"><v>40971</v></c></row>");
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.compute(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        assertEquals("2/1: 2016-03-04||", rows(parts).get(1));
    }

    @Test
    void everyTypeOfCellIsRead() throws IOException {
        assertEquals(
                List.of(
                        "1/0: REF_AREA|SEX|OBS_VALUE",
                        "2/1: TRUE|FALSE|#N/A",
                        "3/2: a\r\nb|rich text|2016-03-04",
                        "4/3: 2016-03-04T10:30:00||x"),
                rows(
                        HEADER
                                + "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                                + "<row><c t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c><c t=\"inlineStr\"><is><r><t>rich </t></r>"
                                + "<r><rPr/><t>text</t></r></is></c><c t=\"d\"><v>2016-03-04T00:00:00</v></c></row>"
                                + "<row><c t=\"d\"><v>2016-03-04T10:30:00</v></c><c t=\"s\"/><c t=\"inlineStr\"><is><t>x</t></is></c></row>"));
    }

    @Test
    void resultsOfFormulasAreReadAndTold() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(HEADER
                + "<row><c t=\"str\"><f>A9</f><v>AUT</v></c><c/><c><f>1+1</f><v>2</v></c></row>"
                + "<row><c/><c/><c><f t=\"shared\" si=\"0\"/><v>3</v></c></row>"
                + "<row><c/><c/><c><v>4</v></c></row>"
                + "<row><c/><c><f>NOW()</f></c><c><f>2+3</f><v>5</v></c></row>");
        assertEquals(
                List.of("1/0: REF_AREA|SEX|OBS_VALUE", "2/1: AUT||2", "3/2: ||3", "4/3: ||4", "5/4: ||5"), rows(parts));
        assertEquals(List.of("FORMULA 2-5 A, C", "FORMULA_WITHOUT_RESULT 5-5 B"), assumptions(parts));
    }

    @Test
    void formulasInManyPlacesAreToldOnce() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            rows.append("<row><c><f>A1</f><v>1</v></c></row><row><c><v>1</v></c></row>");
        }
        assertEquals(List.of("FORMULA 2-2000 A"), assumptions(TestWorkbooks.xlsx(rows.toString())));
    }

    @Test
    void withoutKnownColumnsTheHeaderIsTheFullestRowAboveTheFigures() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx(TestWorkbooks.row("SEX", "OBS_VALUE")
                + TestWorkbooks.row("(pieces)")
                + TestWorkbooks.row("Reference", "Item", "Items", "2019", "2020", "2021", "2022")
                + TestWorkbooks.row("a", "b", "c", "21", "5", "-", "9"));
        assertEquals(
                "3/0: Reference|Item|Items|2019|2020|2021|2022", rows(parts).get(0));
    }

    @Test
    void theFirstSheetThatNamesColumnsIsReadAndTold() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Notes", TestWorkbooks.row("How to fill in OBS_VALUE") + TestWorkbooks.row("SEX"));
        sheets.put("(hidden) lists", HEADER + TestWorkbooks.row("not", "this"));
        sheets.put("(veryHidden) lists", HEADER + TestWorkbooks.row("nor", "this"));
        sheets.put("Figures", HEADER + TestWorkbooks.row("AUT", "F", "1"));
        sheets.put("Old figures", HEADER + TestWorkbooks.row("AUT", "F", "2"));
        assertEquals(List.of("1/0: REF_AREA|SEX|OBS_VALUE", "2/1: AUT|F|1"), rows(TestWorkbooks.xlsx(sheets)));
        assertEquals(List.of("SHEET null-null Figures"), assumptions(TestWorkbooks.xlsx(sheets)));
    }

    @Test
    void aSheetBehindTheTableIsToldToo() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Figures", HEADER + TestWorkbooks.row("AUT", "F", "1"));
        sheets.put("Empty", "<row><c s=\"3\"/></row>");
        assertEquals(List.of(), assumptions(TestWorkbooks.xlsx(sheets)));
        sheets.put("Old figures", TestWorkbooks.row("x"));
        assertEquals(List.of("SHEET null-null Figures"), assumptions(TestWorkbooks.xlsx(sheets)));
    }

    @Test
    void withoutKnownColumnsTheFirstSheetWithTextIsRead() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Empty", "");
        sheets.put("One", TestWorkbooks.row("Land", "Zahl") + TestWorkbooks.row("AUT", "1"));
        sheets.put("Two", TestWorkbooks.row("x"));
        assertEquals(List.of("1/0: Land|Zahl", "2/1: AUT|1"), rows(TestWorkbooks.xlsx(sheets)));
        assertEquals(List.of("SHEET null-null One"), assumptions(TestWorkbooks.xlsx(sheets)));
    }

    @Test
    void aWorkbookWithoutTextHasNoHeader() throws IOException {
        assertEquals(List.of(), rows("<row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"));
    }

    @Test
    void upToTwentyRowsBeforeTheHeaderAreSkippedAndTold() throws IOException {
        String title = TestWorkbooks.row("Detected victims")
                + "<row r=\"4\"><c t=\"inlineStr\"><is><t>by SEX</t></is></c></row>";
        Map<String, String> parts = TestWorkbooks.xlsx(title + HEADER + TestWorkbooks.row("AUT", "F", "1"));
        assertEquals(List.of("5/0: REF_AREA|SEX|OBS_VALUE", "6/1: AUT|F|1"), rows(parts));
        assertEquals(List.of("LINES_BEFORE_HEADER 1-4 null"), assumptions(parts));
        Path file = Files.write(folder.resolve("titled.xlsx"), TestWorkbooks.zip(parts));
        try (WorkbookReader reader = WorkbookReader.open(file, FileKind.XLSX, TestWorkbooks.COLUMNS::contains)) {
            List<String> before = reader.rowsBeforeHeader().stream()
                    .map(row -> row.line() + ": " + String.join("|", row.cells()))
                    .toList();
            assertEquals(List.of("1: Detected victims", "4: by SEX"), before);
        }
        assertEquals(
                "21/0: REF_AREA|SEX|OBS_VALUE",
                rows(TestWorkbooks.row("x").repeat(20) + HEADER).get(0));
        assertEquals("1/0: x", rows(TestWorkbooks.row("x").repeat(21) + HEADER).get(0));
    }

    @Test
    void emptyColumnsAndRowsAtTheEndAreToldWhereTheyHoldBlanks() throws IOException {
        String blank = "<row>" + "<c t=\"inlineStr\"><is><t> </t></is></c>".repeat(4) + "</row>";
        Map<String, String> parts = TestWorkbooks.xlsx(TestWorkbooks.row("REF_AREA", "SEX", "OBS_VALUE", " ")
                + blank
                + TestWorkbooks.row("AUT", "F", "1", " ")
                + blank
                + blank
                + "<row><c s=\"1\"/></row>");
        assertEquals(List.of("1/0: REF_AREA|SEX|OBS_VALUE", "3/1: AUT|F|1"), rows(parts));
        assertEquals(List.of("EMPTY_COLUMNS 1-1 null", "EMPTY_ROWS 4-5 null"), assumptions(parts));
    }

    @Test
    void aTextBehindTheHeaderMakesTheRowLonger() throws IOException {
        assertEquals(
                "2/1: AUT|F|1|see note",
                rows(HEADER + TestWorkbooks.row("AUT", "F", "1", "see note")).get(1));
        assertEquals(
                "2/1: AUT" + "|".repeat(200) + "x",
                rows(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>AUT</t></is></c>"
                                + "<c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c></row>")
                        .get(1));
    }

    @Test
    void prefixesAndOtherEditionsOfTheStandardAreRead() throws IOException {
        Map<String, String> parts = TestWorkbooks.xlsx("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\">"
                        + "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>SEX</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");
        assertEquals(List.of("1/0: SEX"), rows(parts));
    }

    @Test
    void theWorkbookMayLieElsewhere() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        TestWorkbooks.xlsx(HEADER)
                .forEach((name, xml) -> parts.put(
                        name.replace("xl/", "other\\").replace("worksheets/", "Worksheets\\"),
                        xml.replace("/xl/", "/other/")));
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Target=\"/other/workbook.xml\" Type=\"x/officeDocument\"/></Relationships>");
        assertEquals(List.of("1/0: REF_AREA|SEX|OBS_VALUE"), rows(parts));
    }

    @Test
    void theApostropheOfHarmlessTextIsTakenOff() throws IOException {
        assertEquals(
                "2/1: -x|'F|", rows(HEADER + TestWorkbooks.row("'-x", "'F")).get(1));
    }
}
