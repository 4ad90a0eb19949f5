package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.mapping.grid.CsvGridTest.cells;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.Seeds;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.TestWorkbooks;
import org.tipstats.files.workbook.WorkbookWriter;

/** Random tables are read back cell by cell, and random damage ends in one of the exceptions that are promised. */
class GridPropertyTest {

    @TempDir
    Path folder;

    private static List<String[]> table(Random random) {
        List<String[]> rows = new ArrayList<>();
        int width = 2 + random.nextInt(6);
        for (int i = 0; i < 20; i++) {
            String[] cells = new String[width];
            boolean blank = random.nextInt(5) == 0;
            for (int j = 0; j < width; j++) {
                cells[j] = blank || random.nextInt(4) == 0 ? "" : text(random);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append("abc 0123.,\"\n\u00E9\u0436\u0661 ".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    /** Returns the rows as a grid has them: stripped, without empty cells at the end, blank rows left out. */
    private static String expected(List<String[]> rows, ToIntFunction<String[]> lines) {
        List<String> texts = new ArrayList<>();
        int line = 1;
        for (String[] row : rows) {
            List<String> cells =
                    new ArrayList<>(Arrays.stream(row).map(String::strip).toList());
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            if (!cells.isEmpty()) {
                texts.add(line + ":" + String.join("|", cells));
            }
            line += lines.applyAsInt(row);
        }
        return String.join(" / ", texts);
    }

    private static int lines(String[] row) {
        return 1 + (int) String.join("", row).chars().filter(c -> c == '\n').count();
    }

    @Test
    void aTableWrittenAsTextIsReadBack() {
        Seeds.check(200, random -> {
            List<String[]> rows = table(random);
            List<CsvColumn<String[]>> columns = IntStream.range(1, rows.get(0).length)
                    .mapToObj(i -> CsvColumn.<String[]>text(rows.get(0)[i], row -> row[i]))
                    .collect(Collectors.toCollection(ArrayList::new));
            columns.add(0, CsvColumn.text(rows.get(0)[0], row -> row[0]));
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            StringBuilder text = new StringBuilder();
            new CsvTable<>(columns)
                    .write(rows.subList(1, rows.size()).iterator(), new CsvStyle(delimiter, "\n", true), text);
            Path file = Files.writeString(folder.resolve("table.csv"), text);
            assertEquals(expected(rows, GridPropertyTest::lines), cells(GridReader.read(file)));
        });
    }

    @Test
    void aTableWrittenAsAWorkbookIsReadBack() {
        Seeds.check(60, random -> {
            List<String[]> rows = table(random);
            Path file = folder.resolve("table.xlsx");
            try (OutputStream out = Files.newOutputStream(file);
                    WorkbookWriter workbook = new WorkbookWriter(out, "Table")) {
                SheetWriter sheet = workbook.sheet("Data");
                for (String[] row : rows) {
                    sheet.row();
                    for (String cell : row) {
                        sheet.text(cell);
                    }
                }
            }
            assertEquals(expected(rows, row -> 1), cells(GridReader.read(file)));
        });
    }

    private static Map<String, byte[]> samples() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("csv", "Sex;2014;2015\n\"Women\";12;1\nMen;3,5;\"2\n3\"\n".getBytes(StandardCharsets.UTF_8));
        samples.put("px", CubeGridTest.PX.getBytes(StandardCharsets.UTF_8));
        samples.put("json-stat", CubeGridTest.DATASET.getBytes(StandardCharsets.UTF_8));
        samples.put("sdmx-json", MessageGridTest.JSON.getBytes(StandardCharsets.UTF_8));
        samples.put("sdmx-ml", MessageGridTest.SPECIFIC.getBytes(StandardCharsets.UTF_8));
        samples.put("xlsx", TestWorkbooks.zip(TestWorkbooks.xlsx(TestWorkbooks.row("a", "b"))));
        return samples;
    }

    @Test
    void damagedFilesEndInAnExceptionThatIsPromised() throws IOException {
        Map<String, byte[]> samples = samples();
        for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
            Seeds.check(150, random -> readDamaged(damaged(sample.getValue(), random)));
        }
    }

    @Test
    void damagedPartsOfWorkbooksEndInAnExceptionThatIsPromised() {
        Map<String, String> parts =
                TestWorkbooks.xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c><v>1</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si></sst>");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, sheet) -> sheet.replace(
                        "<pageMargins", "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells><pageMargins"));
        List<String> names = List.copyOf(parts.keySet());
        Seeds.check(200, random -> {
            Map<String, String> damaged = new LinkedHashMap<>(parts);
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = damaged(parts.get(name).getBytes(StandardCharsets.UTF_8), random);
            damaged.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
            readDamaged(TestWorkbooks.zip(damaged));
        });
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[from] = (byte) random.nextInt(256);
                case 1 -> damaged[from] = damaged[random.nextInt(damaged.length)];
                case 2 -> damaged = Arrays.copyOf(damaged, from + 1);
                default -> {
                    int length = Math.min(random.nextInt(20), damaged.length - from);
                    byte[] longer = Arrays.copyOf(damaged, damaged.length + length);
                    System.arraycopy(damaged, from, longer, from + length, damaged.length - from);
                    damaged = longer;
                }
            }
        }
        return damaged;
    }

    private void readDamaged(byte[] bytes) throws IOException {
        try {
            GridReader.read(Files.write(folder.resolve("damaged"), bytes));
        } catch (NoTableException | MalformedFileException e) {
            // These are the two exceptions that the reader promises.
        }
    }
}
