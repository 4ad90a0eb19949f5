package org.tipstats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random files whose lines are known because they are counted while the files are written. */
class LineNumbersPropertyTest {

    /** A row to write: texts that may have line breaks, and blank lines before it. */
    record Row(List<String> cells, int blankLines, String lineEnd) {}

    @Provide
    Arbitrary<List<Row>> files() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("ab ,;\"\n\r\u00e9").ofMaxLength(6);
        Arbitrary<Row> row = Combinators.combine(
                        cell.list().ofSize(2), Arbitraries.integers().between(0, 2), Arbitraries.of("\n", "\r\n", "\r"))
                .as(Row::new);
        return row.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 400)
    void everyRecordHasTheLineOnWhichItStarts(@ForAll("files") List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder("A,B\n");
        List<Integer> lines = new ArrayList<>();
        int line = 2;
        String lineEnd = "\n";
        for (Row row : rows) {
            // Blank lines end as the row before them does: a carriage return and a line feed would be one end.
            text.append(lineEnd.repeat(row.blankLines()));
            line += row.blankLines();
            lineEnd = row.lineEnd();
            text.append('x').append(',').append(quoted(row.cells().get(0))).append(',');
            text.append(quoted(row.cells().get(1))).append(lineEnd);
            lines.add(line);
            line += 1 + breaks(row.cells().get(0)) + breaks(row.cells().get(1));
        }
        assertEquals(lines, read(text.toString()));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static int breaks(String cell) {
        return (int) cell.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private static List<Integer> read(String text) throws IOException {
        Path file = Files.createTempFile("lines", ".csv");
        try {
            Files.writeString(file, text);
            List<Integer> lines = new ArrayList<>();
            Dialect dialect = new Dialect(StandardCharsets.UTF_8, ',', 1, "\n");
            try (CsvReader reader = CsvReader.open(file, dialect)) {
                while (reader.hasNext()) {
                    RawRow row = reader.next();
                    lines.add(row.line());
                }
            }
            return lines;
        } finally {
            Files.delete(file);
        }
    }
}
