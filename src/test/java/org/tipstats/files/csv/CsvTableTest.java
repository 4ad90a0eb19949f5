package org.tipstats.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;

class CsvTableTest {

    private record Line(String text, BigDecimal number) {}

    private static final CsvTable<Line> TABLE =
            new CsvTable<>(List.of(CsvColumn.text("TEXT", Line::text), CsvColumn.number("NUMBER", Line::number)));

    private static String write(CsvStyle style, Line... lines) throws IOException {
        StringBuilder out = new StringBuilder();
        TABLE.write(List.of(lines).iterator(), style, out);
        return out.toString();
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() throws IOException {
        assertEquals(
                "TEXT,NUMBER\n\"a,b\",1\n\"say \"\"so\"\"\",2\n\"two\nlines\",\nplain; text,1.50\n",
                write(
                        CsvStyle.STANDARD,
                        new Line("a,b", BigDecimal.ONE),
                        new Line("say \"so\"", new BigDecimal("2")),
                        new Line("two\nlines", null),
                        new Line("plain; text", new BigDecimal("1.50"))));
    }

    @Test
    void delimiterAndLineEndAreThoseOfTheStyle() throws IOException {
        assertEquals(
                "TEXT;NUMBER\r\na,b;1\r\n\"a;b\";1\r\n",
                write(
                        new CsvStyle(';', "\r\n", false),
                        new Line("a,b", BigDecimal.ONE),
                        new Line("a;b", BigDecimal.ONE)));
    }

    @Test
    void textThatASpreadsheetWouldRunIsGuarded() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t")) {
            assertEquals("TEXT,NUMBER\n'" + start + "x,\n", write(CsvStyle.STANDARD, new Line(start + "x", null)));
        }
        assertEquals("TEXT,NUMBER\n\"'\rx\",\n", write(CsvStyle.STANDARD, new Line("\rx", null)));
    }

    @Test
    void numbersAndRawTextStayAsTheyAre() throws IOException {
        assertEquals("TEXT,NUMBER\n-5,-5\n", write(CsvStyle.STANDARD, new Line("-5", new BigDecimal("-5"))));
        assertEquals("TEXT,NUMBER\n=x,\n", write(CsvStyle.STANDARD.withRaw(true), new Line("=x", null)));
    }

    @Test
    void anEmptyCellOfTheOnlyColumnIsNoBlankLine() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvTable<>(List.of(CsvColumn.text("TEXT", Line::text)))
                .write(List.of(new Line(null, null)).iterator(), CsvStyle.STANDARD, out);
        assertEquals("TEXT\n\"\"\n", out.toString());
    }

    @Test
    void largeAndSmallNumbersAreWrittenPlainly() throws IOException {
        assertEquals(
                "TEXT,NUMBER\n,1000000000\n,0.0001\n",
                write(
                        CsvStyle.STANDARD,
                        new Line(null, new BigDecimal("1E9")),
                        new Line(null, new BigDecimal("1E-4"))));
    }
}
