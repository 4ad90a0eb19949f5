package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static String written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvRows writer = new CsvRows(null, out);
        for (List<String> row : rows) {
            writer.write(row);
        }
        writer.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rowsOfChangingWidthComeOutAsTheyWentIn() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int width = 1; width <= 2_000; width++) {
            rows.add(Collections.nCopies(width, "x" + width));
        }
        for (int width : new int[] {7, 7, 2_000, 7, 1}) {
            rows.add(Collections.nCopies(width, "y" + rows.size()));
        }
        String expected =
                rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining("", "\uFEFF", ""));
        assertEquals(expected, written(rows));
    }

    /** If the tables of all widths were kept, they would need more memory than the tests have. */
    @Test
    @Tag("long")
    void tenThousandWidthsFitIntoMemory() throws IOException {
        CsvRows writer = new CsvRows(null, OutputStream.nullOutputStream());
        for (int width = 1; width <= 10_000; width++) {
            writer.write(Collections.nCopies(width, ""));
        }
    }

    @Test
    void anEmptyCellIsQuotedInARowOfOneCellOnly() throws IOException {
        assertEquals(
                "\uFEFF\"\"\n,a\n\"\"\n",
                written(List.of(Arrays.asList((String) null), Arrays.asList(null, "a"), List.of(""))));
    }
}
