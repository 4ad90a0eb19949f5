package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.files.workbook.TestWorkbooks;

/** Tables in files of their own form, from the bytes to the figures: cubes, messages, workbooks and texts with tabs. */
class FileLayoutTest {

    private static InventedTable read(String text) {
        return InventedTable.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCubeOfPcAxisHasLabelsAndMarks() {
        InventedTable px = read("""
                CHARSET="ANSI";
                AXIS-VERSION="2013";
                CODEPAGE="utf-8";
                TITLE="Opfer von Menschenhandel";
                UNITS="Anzahl";
                STUB="Geschlecht";
                HEADING="Jahr";
                VALUES("Geschlecht")="Frauen","Männer","Insgesamt";
                VALUES("Jahr")="2021","2022";
                DATA=
                12 15
                "-" 7
                12 22;
                """).victims();
        assertEquals("marker:-", px.questions());
        assertEquals("""
                F _T _T 2021 = 12 C2
                F _T _T 2022 = 15 C3
                M _T _T 2021 = 0 C4
                M _T _T 2022 = 7 C5
                _T _T _T 2021 = 12 C6
                _T _T _T 2022 = 22 C7""", px.answer("marker:-", "zero").figures());
    }

    @Test
    void aCubeOfJsonStatHasLabelsAndStatuses() {
        InventedTable cube = read("""
                {"version": "2.0", "class": "dataset", "label": "Victims of trafficking in persons",
                 "value": [12, null, 5, 7], "status": {"1": ":"}, "id": ["sex", "year"], "size": [2, 2],
                 "dimension": {
                  "sex": {"label": "Sex", "category": {"index": ["1", "2"], "label": {"1": "Women", "2": "Men"}}},
                  "year": {"label": "Year", "category": {"index": ["2021", "2022"]}}}}
                """).victims();
        assertEquals("""
                F _T _T 2021 = 12 C2
                F _T _T 2022 = O C3
                M _T _T 2021 = 5 C4
                M _T _T 2022 = 7 C5""", cube.figures());
        assertEquals("", cube.questions());
    }

    @Test
    void aMessageOfAnotherStructureHasALineForEachFigure() {
        String schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
        InventedTable message = read("""
                <?xml version="1.0"?>
                <m:StructureSpecificData xmlns:m="%smessage" xmlns:ss="%sdata/structurespecific">
                <m:Header><m:ID>X</m:ID><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"/></m:Header>
                <m:DataSet ss:structureRef="S">
                <Series SERIES="VC_HTF_DETV" REF_AREA="AUT" SEX="F" AGE="_T">
                <Obs TIME_PERIOD="2021" OBS_VALUE="12"/>
                <Obs TIME_PERIOD="2022" OBS_VALUE="15"/>
                </Series>
                <Series SERIES="VC_HTF_DETV" REF_AREA="DEU" SEX="F" AGE="_T">
                <Obs TIME_PERIOD="2022" OBS_VALUE="99"/>
                </Series>
                </m:DataSet>
                </m:StructureSpecificData>
                """.formatted(schemas, schemas));
        message.answer("unit", "NUMBER").answer("coverage", "national");
        assertEquals("F _T _T 2021 = 12 line:6\nF _T _T 2022 = 15 line:7", message.figures());
        assertEquals("other-area 1", message.leftOut());
    }

    @Test
    void aSheetForEachTableOfAnOpenDocument() throws IOException {
        String tables = sheet("Victims", row("Victims of trafficking", "2021", "2022") + row("Women", "12", "15"))
                + sheet("Courts", row("Convicted persons", "2021", "2022") + row("Total", "2", "1"));
        InventedTable both = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.ods("", tables)))
                .dataflows("Victims!B2:C2", "VICTIMS", "Courts!B2:C2", "PERSONS")
                .answer("unit", "NUMBER")
                .answer("coverage", "national");
        assertEquals("""
                CONVICTED _T _T 2021 = 2 Courts!B2
                CONVICTED _T _T 2022 = 1 Courts!C2
                F _T _T 2021 = 12 Victims!B2
                F _T _T 2022 = 15 Victims!C2""", both.figures());
    }

    private static String sheet(String name, String rows) {
        return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
    }

    private static String row(String... texts) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String text : texts) {
            row.append(
                    "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>");
        }
        return row.append("</table:table-row>").toString();
    }

    @Test
    void aWorkbookWithATitleAndNotes() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put(
                "Table 7",
                TestWorkbooks.row("Table 7. Victims of trafficking")
                        + TestWorkbooks.row("Sex", "2021", "2022")
                        + TestWorkbooks.row("Women", "12", "15")
                        + TestWorkbooks.row("Men", "5", "7")
                        + TestWorkbooks.row("Source: Ministry of the Interior"));
        assertEquals(
                "F _T _T 2021 = 12 B3\nF _T _T 2022 = 15 C3\nM _T _T 2021 = 5 B4\nM _T _T 2022 = 7 C4",
                InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(sheets)))
                        .victims()
                        .figures());
    }

    /** As a police office publishes it: no header, blanks in numbers, a dash and a blank, parts that add up. */
    @Test
    void aTextWithTabsAndNoHeader() {
        InventedTable text = read("Victims of trafficking, total\t1 609\nWomen\t1 604\nMen\t5 \nUnknown\t- \n")
                .victims();
        assertEquals("marker:-\nperiod", text.questions());
        text.answer("period", "2022").answer("marker:-", "zero");
        assertEquals("""
                F _T _T 2022 = 1604 B2
                M _T _T 2022 = 5 B3
                _T _T _T 2022 = 1609 B1
                _U _T _T 2022 = 0 B4""", text.figures());
    }

    @Test
    void aMarkInTheLastRowStandsForAFigure() {
        InventedTable table = InventedTable.of("Victims of trafficking\nSex|2021\nWomen|12\nUnknown|-\nSource: police");
        assertEquals(
                "F _T _T 2021 = 12 B3\n_U _T _T 2021 = 0 B4",
                table.victims().answer("marker:-", "zero").figures());
    }

    @Test
    void namesInThreeLanguagesAreOneName() {
        assertEquals(
                "F _T _T 2021 = 12 D3\nM _T _T 2021 = 5 D4",
                InventedTable.of("Victims of trafficking|||\n|||2021\nАялдар|Женщины|Women|12\nЭркектер|Мужчины|Men|5")
                        .victims()
                        .figures());
    }

    @Test
    void aCrosstabWithTwoNumbersInItsCellsIsRefused() {
        InventedTable crosstab = InventedTable.of(
                        "Victims of trafficking 2021||\n|Women|Men\nSexual exploitation|12 (3)|4\nForced labour|5|6 (1)")
                .victims();
        assertEquals("several-numbers-in-cell B3+C4", crosstab.refusals());
    }

    @Test
    void aTableOfAnotherSubjectIsRefused() {
        InventedTable mines =
                InventedTable.of("Indicator 16.2.2: demined land, hectares\nYear|Value\n2021|120\n2022|95");
        assertEquals("", mines.figures());
        assertEquals("subject-unknown", mines.refusals());
    }

    @Test
    void anEmptyFormHasNoFigures() {
        InventedTable form = InventedTable.of("Victims of trafficking\nSex|2021|2022\nWomen||\nMen||")
                .victims();
        assertEquals("", form.figures());
    }

    @Test
    void theNameOfASheetIsATitle() {
        assertEquals(
                "F Y0T17 _T 2019 = 2\nF Y_GE18 _T 2019 = 3\nM Y_GE18 _T 2019 = 4",
                figuresOfSheets(
                        "Women", "Year|Number\n2019|3", "Girls", "Year|Number\n2019|2", "Men", "Year|Number\n2019|4"));
        assertEquals(
                "F _T SEX 2019 = 3\n_T _T LAB 2019 = 6",
                figuresOfSheets("Sexual exploitation", "Year|Women\n2019|3", "Forced labour", "Year|Total\n2019|6"));
        assertEquals(
                "F _T _T 2019 = 3", figuresOfSheets("Victims", "Year|Women\n2019|3", "Suspects", "Year|Total\n2019|6"));
    }

    private static String figuresOfSheets(String... namesAndTables) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < namesAndTables.length; i += 2) {
            text.append("\n== ")
                    .append(namesAndTables[i])
                    .append("\nTrafficking in persons\n")
                    .append(namesAndTables[i + 1]);
        }
        InventedTable table = InventedTable.of(text.substring(1)).victims();
        assertEquals("", table.questions() + table.refusals());
        return table.figures().replaceAll("(?m)(= \\d+) .*$", "$1");
    }
}
