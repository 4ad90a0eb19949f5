package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.detect.FileKind;

/** Reads delimited text as a grid. */
class CsvGridTest {

    @TempDir
    Path folder;

    private Grid grid(byte[] bytes) throws IOException {
        return GridReader.read(Files.write(folder.resolve("table.csv"), bytes));
    }

    private Grid grid(String text) throws IOException {
        return grid(text.getBytes(StandardCharsets.UTF_8));
    }

    private String cells(String text) throws IOException {
        return cells(grid(text));
    }

    /** Returns each row as its line and its cells, for example {@code 1:a|b}. */
    static String cells(Grid grid) {
        return grid.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .map(row -> row.line() + ":" + String.join("|", row.cells()))
                .collect(Collectors.joining(" / "));
    }

    private MalformedFileException fault(String text) {
        return assertThrows(MalformedFileException.class, () -> grid(text));
    }

    @Test
    void readsAllRowsWithTheUsualDelimiters() throws IOException {
        for (String delimiter : new String[] {",", ";", "\t", "|"}) {
            String text = "Victims by sex\n\nSex_2014_2015\nWomen_12_1\nMen_3_2\n".replace("_", delimiter);
            assertEquals("1:Victims by sex / 3:Sex|2014|2015 / 4:Women|12|1 / 5:Men|3|2", cells(text));
        }
    }

    @Test
    void theJoinedKeysOfEurostatGetColumnsOfTheirOwn() throws IOException {
        assertEquals(
                "1:freq|unit|sex|geo\\TIME_PERIOD|2018|2019 / 2:A|NR|F|AT|12 p|: c / 3:A,NR||||3|4",
                cells("freq,unit,sex,geo\\TIME_PERIOD\t2018 \t2019 \nA,NR,F,AT\t12 p\t: c\nA,NR\t3 \t4 \n"));
        assertEquals("1:freq,geo|2018 / 2:A,AT|5", cells("freq,geo\t2018\nA,AT\t5\n"));
        assertEquals("1:Sex\\Year|2018 / 2:F|5", cells("Sex\\Year\t2018\nF\t5\n"));
    }

    @Test
    void aDecimalCommaIsNotTheDelimiter() throws IOException {
        assertEquals("1:2014|1,5|2,5 / 2:2015|1,7|2,1", cells("2014;1,5;2,5\n2015;1,7;2,1\n"));
        assertEquals("1:a|1,5 / 2:b|2,5", cells("a\t1,5\nb\t2,5\n"));
    }

    @Test
    void aRowHasTheLineOnWhichItStarts() throws IOException {
        assertEquals("1:a|b / 2:x\ny\nz|1 / 6:c|2", cells("a,b\r\n\"x\ny\nz\",1\r\n,\r\nc,2\r\n"));
    }

    @Test
    void aLineMayStateTheDelimiter() throws IOException {
        assertEquals("2:a,b|1 / 3:c,d|2", cells("sep=;\na,b;1\nc,d;2\n"));
    }

    @Test
    void aTableMayHaveOneColumnOrOneRow() throws IOException {
        assertEquals("1:Number / 2:12 / 3:7, at least / 4:3", cells("Number\n12\n7, at least\n3\n"));
        assertEquals("1:Year|Value", cells("Year,Value\n"));
        assertEquals("1:Year|Value / 2:2014|12", cells("Year,Value\n2014,12"));
    }

    @Test
    void blanksAroundTextsAndEmptyCellsAtTheEndAreRemoved() throws IOException {
        Grid grid = grid("a , \u00A0b\u00A0,,\n,1 609 ,,\n");
        assertEquals("1:a|b / 2:|1 609", cells(grid));
        assertEquals("B2", grid.sheets().get(0).address(2, 1));
    }

    @Test
    void theEncodingIsDetected() throws IOException {
        String text = "A\u00F1o;M\u00E9xico;Espa\u00F1a\n2014;Ni\u00F1os y ni\u00F1as;v\u00EDctimas\n";
        String expected = "1:A\u00F1o|M\u00E9xico|Espa\u00F1a / 2:2014|Ni\u00F1os y ni\u00F1as|v\u00EDctimas";
        assertEquals(expected, cells(grid(text.getBytes(Charset.forName("windows-1252")))));
        assertEquals(expected, cells(grid(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(expected, cells("\uFEFF" + text));
    }

    @Test
    void limitsHaveTheirReasons() throws IOException {
        assertEquals(
                Grid.MAX_COLUMNS,
                grid("a,".repeat(1_999) + "z\n").sheets().get(0).width());
        assertEquals(Reason.TOO_MANY_COLUMNS, fault("a,".repeat(2_000) + "z\n").reason());
        assertEquals(
                500_000, grid("1,2\n".repeat(250_000)).sheets().get(0).rows().size() * 2);
        MalformedFileException fault = fault("1,2\n".repeat(250_001));
        assertEquals("TOO_MANY_CELLS 250001 500000", fault.reason() + " " + fault.line() + " " + fault.detail());
        assertEquals(
                Reason.CELL_TOO_LONG,
                fault("a,b\n1," + "x".repeat(4_001) + "\n").reason());
        assertEquals(Reason.BROKEN_QUOTE, fault("a,b\n1,\"x\n").reason());
    }

    @Test
    void placesWithoutTextAreLimited() {
        assertEquals(
                Reason.TOO_MANY_CELLS,
                fault((",".repeat(1_900) + "1\n").repeat(4_000)).reason());
    }

    @Test
    void aFileThatIsNoTableIsRefused() {
        assertEquals(FileKind.EMPTY, noTable(""));
        assertEquals(FileKind.PDF, noTable("%PDF-1.4"));
        assertEquals(FileKind.HTML, noTable("<html><table></table></html>"));
        NoTableException damaged = assertThrows(NoTableException.class, () -> grid("a,b\n".repeat(2_000) + "1,\0\n"));
        assertEquals(2_001, damaged.probe().fault().line());
    }

    private FileKind noTable(String text) {
        return assertThrows(NoTableException.class, () -> grid(text)).probe().kind();
    }
}
