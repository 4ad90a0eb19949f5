package org.tipstats.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

/** Writes random files and counts their lines at the same time, so that the right line numbers are known. */
class LineNumbersPropertyTest {

    /** A row to write: texts that may have line breaks, and the number of blank lines before it. */
    record Row(List<String> cells, int blankLines, String lineEnd) {}

    private static List<Row> files(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            rows.add(new Row(List.of(cell(random), cell(random)), random.nextInt(3), lineEnd));
        }
        return rows;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            cell.append("ab ,;\"\n\r\u00e9".charAt(random.nextInt(9)));
        }
        return cell.toString();
    }

    @Test
    void everyRecordHasTheLineOnWhichItStarts() {
        Seeds.check(400, random -> {
            List<Row> rows = files(random);
            StringBuilder text = new StringBuilder("A,B\n");
            List<Integer> lines = new ArrayList<>();
            int line = 2;
            String lineEnd = "\n";
            for (Row row : rows) {
                // Blank lines end like the row before them. A carriage return before a line feed would be a single line
                // end.
                text.append(lineEnd.repeat(row.blankLines()));
                line += row.blankLines();
                lineEnd = row.lineEnd();
                text.append('x').append(',').append(quoted(row.cells().get(0))).append(',');
                text.append(quoted(row.cells().get(1))).append(lineEnd);
                lines.add(line);
                line += 1 + breaks(row.cells().get(0)) + breaks(row.cells().get(1));
            }
            assertEquals(lines, read(text.toString()));
        });
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
