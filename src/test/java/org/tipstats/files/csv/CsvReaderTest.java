package org.tipstats.files.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException.Reason;

class CsvReaderTest {

    @TempDir
    Path folder;

    private List<RawRow> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private List<RawRow> read(byte[] bytes, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), bytes);
        List<RawRow> rows = new ArrayList<>();
        Dialect dialect = Dialect.detect(file, charset, Set.of("A", "B", "C")::contains);
        try (CsvReader reader = CsvReader.open(file, dialect)) {
            reader.header().ifPresent(rows::add);
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static List<Integer> lines(List<RawRow> rows) {
        return rows.stream().map(RawRow::line).toList();
    }

    private MalformedFileException refused(String text) {
        return assertThrows(MalformedFileException.class, () -> read(text));
    }

    @Test
    void lineEndsOfAllKindsCountOnce() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<RawRow> rows = read(String.join(end, "A,B,C", "1,2,3", "4,5,6"));
            assertEquals(List.of(1, 2, 3), lines(rows));
            assertArrayEquals(new String[] {"4", "5", "6"}, rows.get(2).cells());
        }
        assertEquals(List.of(1, 2, 3, 4), lines(read("A,B\r\n1,2\r3,4\n5,6\r\n")));
    }

    @Test
    void aRecordHasTheLineOnWhichItStarts() throws IOException {
        List<RawRow> rows = read("A,B\n1,\"two\nlines\"\n2,\"three\r\nmore\rlines\"\n3,x\n");
        assertEquals(List.of(1, 2, 4, 7), lines(rows));
        assertEquals("three\r\nmore\rlines", rows.get(2).cells()[1]);
    }

    @Test
    void blankLinesAreSkippedButCounted() throws IOException {
        List<RawRow> rows = read("\n \nA,B\n\n\n1,2\n , \n,\n3,4\n\n");
        assertEquals(List.of(3, 6, 9), lines(rows));
        assertEquals(List.of(0, 1, 2), rows.stream().map(RawRow::record).toList());
    }

    @Test
    void byteOrderMarksAreNoText() throws IOException {
        assertEquals("A", read("\uFEFFA,B\n1,2").get(0).cells()[0]);
        assertEquals("A", read("\uFEFF\uFEFFA,B\n1,2").get(0).cells()[0]);
        byte[] sixteen = "\uFEFFA;B\r\n1;2".getBytes(StandardCharsets.UTF_16LE);
        assertArrayEquals(
                new String[] {"1", "2"},
                read(sixteen, StandardCharsets.UTF_16LE).get(1).cells());
    }

    @Test
    void theApostropheBeforeAFormulaIsTakenOff() throws IOException {
        assertArrayEquals(
                new String[] {"=1+1", "-5", "'quoted'", "'"},
                read("A,B,C,D\n'=1+1,'-5,'quoted','\n").get(1).cells());
    }

    @Test
    void aQuoteThatIsNotClosedIsTheFaultOfTheRowWhereItStarts() {
        MalformedFileException e = refused("A,B\n1,2\n3,\"open\n5,6\n7,8\n");
        assertEquals(Reason.BROKEN_QUOTE, e.reason());
        assertEquals(3, e.line());
    }

    @Test
    void textAfterAClosedQuoteIsRefused() {
        MalformedFileException e = refused("A,B\n1,\"two\"2\n");
        assertEquals(Reason.BROKEN_QUOTE, e.reason());
        assertEquals(2, e.line());
    }

    @Test
    void aQuoteThatSwallowsRowsIsRefused() {
        MalformedFileException e = refused("A,B,C\n1,2,\"x\n3,4,y\n5,6,z\"\n");
        assertEquals(Reason.ROWS_IN_QUOTES, e.reason());
        assertEquals(2, e.line());
    }

    @Test
    void aQuoteOpenOverMegabytesStopsEarly() {
        MalformedFileException e = refused("A,B\n1,\"" + "open\n".repeat(3_000_000));
        assertEquals(Reason.ROW_TOO_LONG, e.reason());
        assertEquals(2, e.line());
    }

    @Test
    void aCellHasAtMostFourThousandCharacters() throws IOException {
        assertEquals(
                4_000, read("A,B\n1," + "x".repeat(4_000)).get(1).cells()[1].length());
        MalformedFileException e = refused("A,B\n\n1," + "x".repeat(4_001) + "\n2,y");
        assertEquals(Reason.CELL_TOO_LONG, e.reason());
        assertEquals(3, e.line());
    }

    @Test
    void aTableHasAtMostTwoHundredColumns() throws IOException {
        assertEquals(200, read("A" + ",x".repeat(199)).get(0).cells().length);
        assertEquals(Reason.TOO_MANY_COLUMNS, refused("A" + ",x".repeat(200)).reason());
    }

    @Test
    void bytesOutsideTheEncodingAreRefused() {
        byte[] latin = "A,B\n1,2\n3,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IOException.class, () -> read(latin, StandardCharsets.UTF_8));
        byte[] late = ("A,B\n" + "1,2\n".repeat(10_000) + "3,\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Reason.WRONG_ENCODING,
                assertThrows(MalformedFileException.class, () -> read(late, StandardCharsets.UTF_8))
                        .reason());
    }

    @Test
    void aFileWithoutTextHasNoHeader() throws IOException {
        assertTrue(read("\n\n").isEmpty());
    }

    private List<String> assumptions(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        Dialect dialect = Dialect.detect(file, StandardCharsets.UTF_8, Set.of("A", "B", "C")::contains);
        try (CsvReader reader = CsvReader.open(file, dialect)) {
            reader.forEachRemaining(row -> {});
            return reader.assumptions().stream()
                    .map(a -> a.kind() + " " + a.line() + "-" + a.lastLine() + (a.text() == null ? "" : " " + a.text()))
                    .toList();
        }
    }

    @Test
    void whatWasAssumedHasItsLines() throws IOException {
        assertEquals(List.of(), assumptions("\uFEFFA,B\n1,2\n\n"));
        assertEquals(
                List.of(
                        "SEPARATOR_LINE 1-1 ;",
                        "BYTE_ORDER_MARKS 1-1",
                        "LINES_BEFORE_HEADER 2-4",
                        "EMPTY_COLUMNS 6-7",
                        "EMPTY_ROWS 9-10"),
                assumptions("\uFEFF\uFEFFsep=;\nTitle\n\nNote;;\n;;\nA;B;;\n1;2;;\n3;4\n;;;\n;;;\n"));
    }

    @Test
    void aRowKnowsWhereItHadAnApostrophe() throws IOException {
        RawRow row = read("A,B,C\n'=1+1,x,'y\n").get(1);
        assertEquals("'=1+1", row.received(0));
        assertEquals("=1+1", row.cells()[0]);
        assertEquals("'y", row.received(2));
    }

    @Test
    void cellsWithNoBreakSpacesOnlyAreBlank() throws IOException {
        List<RawRow> rows = read("A,B,\u00A0\n1,2\n\u00A0,\u2007\n3,4\n");
        assertEquals(List.of(1, 2, 4), lines(rows));
    }
}
