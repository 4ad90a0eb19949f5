package org.tipstats.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.files.csv.CsvTable.CsvColumn;

class FormulaGuardTest {

    private static final String LETTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\"',;1a\u00E9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-a",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "\uFF1D1+1",
                "\uFF0B1+1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "\uFF1D"
            })
    void aTextThatASpreadsheetWouldRunGetsAnApostrophe(String text) {
        assertEquals("'" + text, FormulaGuard.guard(text));
        assertEquals(text, FormulaGuard.unguard("'" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=1", "-5", "+5", "-0.5", "'", "'a", "1\uFF1D1", "\uFF05"})
    void anyOtherTextStaysAsItIs(String text) {
        assertEquals(text, FormulaGuard.guard(text));
        assertEquals(text, FormulaGuard.unguard(text));
    }

    /** Another parser reads the file as a spreadsheet does. */
    @Test
    void noCellOfAFileRunsAndEveryTextComesBack() throws IOException {
        Random random = new Random(20);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(1 + random.nextInt(4), 0, LETTERS.length())
                    .collect(StringBuilder::new, (all, at) -> all.append(LETTERS.charAt(at)), (one, other) -> {})
                    .toString();
            if (text.startsWith("'")) {
                continue;
            }
            String file = new CsvTable<>(List.of(CsvColumn.<String>text("NOTE", note -> note))).text(List.of(text));
            try (CSVParser parser = CSVParser.parse(new StringReader(file), CSVFormat.DEFAULT)) {
                String cell = parser.getRecords().get(1).get(0);
                boolean number = text.matches("[+-]?1+");
                assertTrue(number || "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) < 0, text);
                assertEquals(text, FormulaGuard.unguard(cell));
            }
        }
    }
}
