package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.detect.FileKind;

class OdsReaderTest {

    private static final String HEADER = row(
            text("REF_AREA") + text("SEX") + text("OBS_VALUE") + "<table:table-cell number-columns-repeated=\"9\"/>");

    @TempDir
    Path folder;

    private static String text(String text) {
        return "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>" + text
                + "</text:p></table:table-cell>";
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private static String table(String name, String rows) {
        return "<table:table table:name=\"" + name + "\" table:style-name=\"ta-" + name
                + "\"><table:table-column table:number-columns-repeated=\"16384\"/>" + rows + "</table:table>";
    }

    private TestWorkbooks.Table read(String styles, String tables) throws IOException {
        return TestWorkbooks.read(folder, TestWorkbooks.zip(TestWorkbooks.ods(styles, tables)), FileKind.ODS);
    }

    private List<String> rows(String rows) throws IOException {
        return read("", table("Data", rows)).rows();
    }

    @Test
    void valuesAreReadByTheirType() throws IOException {
        assertEquals(
                List.of(
                        "1/0: REF_AREA|SEX|OBS_VALUE",
                        "2/1: 12|12.5|0.12",
                        "3/2: 2016-03-04|2016-03-04T12:30:00|12:30:00",
                        "4/3: TRUE|#N/A|100%"),
                rows(HEADER
                        + row(
                                "<table:table-cell office:value-type=\"float\" office:value=\"12\"><text:p>12,00</text:p></table:table-cell>"
                                        + "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12.5\"/>"
                                        + "<table:table-cell office:value-type=\"percentage\" office:value=\"0.12\"><text:p>12%</text:p></table:table-cell>")
                        + row(
                                "<table:table-cell office:value-type=\"date\" office:date-value=\"2016-03-04\"><text:p>4.3.16</text:p></table:table-cell>"
                                        + "<table:table-cell office:value-type=\"date\" office:date-value=\"2016-03-04T12:30:00\"/>"
                                        + "<table:table-cell office:value-type=\"time\" office:time-value=\"PT12H30M00S\"/>")
                        + row("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
                                + "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\""
                                + " calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
                                + "<table:table-cell office:value-type=\"percentage\" office:value=\"1\"/>")));
    }

    @Test
    void textsAreTheirParagraphsWithoutNotes() throws IOException {
        assertEquals(
                "2/1: a  b\nc d|F|\t",
                rows(HEADER
                                + row(
                                        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation>"
                                                + "<text:p>  a<text:s text:c=\"2\"/>b</text:p><text:p>c\n   <text:span>d</text:span></text:p></table:table-cell>"
                                                + text("F")
                                                + text("<text:tab/>")))
                        .get(1));
    }

    @Test
    void repeatedRowsAndCellsAreRead() throws IOException {
        String blank =
                "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assertEquals(
                List.of("4/0: REF_AREA|SEX|OBS_VALUE", "5/1: AUT|AUT|1", "6/2: AUT|AUT|1", "10/3: BEL||2"),
                rows(
                        blank
                                + "<table:table-header-rows>" + HEADER
                                + "</table:table-header-rows><table:table-row-group>"
                                + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\""
                                + " office:value-type=\"string\"><text:p>AUT</text:p></table:table-cell>" + text("1")
                                + "</table:table-row></table:table-row-group>" + blank
                                + row(text("BEL") + "<table:covered-table-cell/>" + text("2"))
                                + "<table:table-row table:number-rows-repeated=\"1048566\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"));
    }

    @Test
    void formulasAreToldAndHiddenSheetsPassedOver() throws IOException {
        TestWorkbooks.Table table = read(
                "<style:style style:name=\"ta-Lists\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>",
                "<table:calculation-settings/>" + table("Lists", HEADER + row(text("no")))
                        + table(
                                "Data",
                                "<office:forms/>" + HEADER
                                        + row(
                                                "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/>"
                                                        + "<table:table-cell table:formula=\"of:=X()\"/>" + text("1")))
                        + table("Other", row(text("x"))));
        assertEquals(List.of("1/0: REF_AREA|SEX|OBS_VALUE", "2/1: 2||1"), table.rows());
        assertEquals(
                List.of("SHEET null-null Data", "FORMULA 2-2 A", "FORMULA_WITHOUT_RESULT 2-2 B"), table.assumptions());
    }

    @Test
    void withoutKnownColumnsTheFirstSheetWithTextIsRead() throws IOException {
        TestWorkbooks.Table table =
                read("", table("Empty", "") + table("One", row(text("Land"))) + table("Two", row(text("x"))));
        assertEquals(List.of("1/0: Land"), table.rows());
        assertEquals(List.of("SHEET null-null One"), table.assumptions());
    }
}
