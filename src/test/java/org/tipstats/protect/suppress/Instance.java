package org.tipstats.protect.suppress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

/**
 * A table of the test resources and a pattern for it. Public for the benchmark.
 *
 * @param tables the published tables
 */
public record Instance(CrossedTables tables, Pattern pattern) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "disclosure");

    /**
     * Returns the full crossing of a file, protected. Policy B: zeros are public; C: zeros may be hidden; A: zeros are
     * protected.
     */
    public static Instance of(String name, char policy, long largest) {
        CrossedTables tables = tables(name, policy, largest);
        return new Instance(
                tables,
                new Suppressor(tables.system(), Effort.THOROUGH, SearchMemory.NONE)
                        .suppress(tables.system().ranks(), 2, (done, all) -> {}));
    }

    /** Returns the full crossing of a file. */
    static CrossedTables tables(String name, char policy, long largest) {
        List<List<String>> lines = read(name + ".csv");
        List<String> header = new ArrayList<>(lines.get(0));
        int primary = header.indexOf("primary");
        int count = primary < 0 ? header.size() - 1 : primary - 1;
        List<CrossedTables.Row> rows = lines.stream()
                .skip(1)
                .map(row -> new CrossedTables.Row(
                        row.subList(0, count),
                        Long.parseLong(row.get(count)),
                        primary >= 0 && row.get(primary).equals("1")))
                .toList();
        return CrossedTables.full(header.subList(0, count), rows, rule(policy, largest));
    }

    static CrossedTables.Rule rule(char policy, long largest) {
        ZeroPolicy zeros = policy == 'A' ? ZeroPolicy.PROTECTED : policy == 'B' ? ZeroPolicy.PUBLIC : ZeroPolicy.HIDDEN;
        return new CrossedTables.Rule(zeros, largest);
    }

    /** Returns the rows of a file, the header first. */
    public static List<List<String>> read(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .map(line -> Arrays.asList(line.replace("\"", "").split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int primaries() {
        return (int)
                tables.cells().stream().filter(CrossedTables.Cell::sensitive).count();
    }

    /** Returns the cells that are hidden only to protect others. */
    public int[] secondaries() {
        return IntStream.range(0, tables.cells().size())
                .filter(cell ->
                        pattern.hidden().get(cell) && !tables.cells().get(cell).sensitive())
                .toArray();
    }

    /** Returns the number of persons counted in them. */
    public long secondaryValue() {
        return Arrays.stream(secondaries())
                .mapToLong(cell -> tables.cells().get(cell).count())
                .sum();
    }

    boolean isHidden(String... codes) {
        for (int cell = 0; cell < tables.cells().size(); cell++) {
            if (tables.cells().get(cell).codes().equals(List.of(codes))) {
                return pattern.hidden().get(cell);
            }
        }
        throw new IllegalArgumentException("no cell " + List.of(codes));
    }
}
