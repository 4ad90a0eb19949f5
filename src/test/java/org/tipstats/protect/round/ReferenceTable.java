package org.tipstats.protect.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of {@code src/test/resources/disclosure}, z2 or z3, with the cells that SmallCountRounding published for it.
 *
 * @param originals the true counts of the published cells according to the reference
 * @param differences the differences that the reference made
 */
record ReferenceTable(RoundingTable table, long[] originals, long[] differences) {

    private static final Path FOLDER = Path.of("src/test/resources/disclosure");
    private static final List<List<String>> DIMENSIONS =
            List.of(List.of("region", "fylke", "kostragr"), List.of("hovedint"), List.of("mnd", "mnd2"));

    static ReferenceTable read(String name, int base) {
        List<List<String>> inner = rows(name + ".csv");
        List<List<String>> cells = rows("PLS_" + name + "_base" + base + "_publish.csv");
        List<String> header = inner.get(0);
        List<String> published = cells.get(0);
        RoundingTable table = new RoundingTable();
        for (int row = 1; row < inner.size(); row++) {
            long count = Long.parseLong(inner.get(row).get(header.size() - 1));
            table.number(new InnerCell("row " + row, count, 0, false));
        }
        for (List<String> cell : cells.subList(1, cells.size())) {
            table.publish(IntStream.range(1, inner.size())
                    .filter(row -> feeds(header, inner.get(row), published, cell))
                    .map(row -> row - 1)
                    .toArray());
        }
        return new ReferenceTable(
                table, column(cells, published.indexOf("original")), column(cells, published.indexOf("difference")));
    }

    private static boolean feeds(List<String> header, List<String> row, List<String> published, List<String> cell) {
        for (List<String> dimension : DIMENSIONS) {
            int place = published.indexOf(dimension.get(0));
            if (place >= 0
                    && !"Total".equals(cell.get(place))
                    && dimension.stream()
                            .filter(header::contains)
                            .noneMatch(level -> row.get(header.indexOf(level)).equals(cell.get(place)))) {
                return false;
            }
        }
        return true;
    }

    private static long[] column(List<List<String>> cells, int column) {
        return cells.stream()
                .skip(1)
                .mapToLong(cell -> Long.parseLong(cell.get(column)))
                .toArray();
    }

    private static List<List<String>> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .map(line -> Arrays.asList(line.replace("\"", "").split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
