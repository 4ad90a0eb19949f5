package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the sample data: it has only real areas, and its totals equal those that were computed independently from its
 * source.
 */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/regional_2010-2016.csv");

    private final SchemaFilesOnDisk schemas = SchemaFilesOnDisk.read();

    @Test
    void everySampleFileIsAboutAreasOfTheSharedList() throws IOException {
        Set<String> areas = schemas.codes("CL_AREA").stream()
                .filter(SchemaFilesOnDisk::isArea)
                .map(code -> code.path("id").asText())
                .collect(Collectors.toSet());
        for (Path file : csvFiles(SAMPLES)) {
            List<Map<String, String>> rows = rows(file);
            assertFalse(rows.isEmpty(), file::toString);
            rows.forEach(row -> assertTrue(areas.contains(row.get("REF_AREA")), () -> file + ": " + row));
        }
    }

    @Test
    void theSampleVictimsAddUpToTheExpectedRegionalTotals() throws IOException {
        Map<String, List<String>> values = victimTotalsByYearAndGroup();
        for (Map<String, String> expected : rows(GOLDEN)) {
            List<String> found = values.get(expected.get("year") + " " + expected.get("region"));
            assertEquals(expected.get("reporting"), String.valueOf(found.size()), expected::toString);
            List<String> shown =
                    found.stream().filter(value -> !value.isEmpty()).toList();
            assertEquals(expected.get("masked"), String.valueOf(found.size() - shown.size()), expected::toString);
            int sum = shown.stream().mapToInt(Integer::parseInt).sum();
            assertEquals(expected.get("sum_low"), String.valueOf(sum), expected::toString);
        }
    }

    private Map<String, List<String>> victimTotalsByYearAndGroup() throws IOException {
        var codes = schemas.codes("CL_AREA");
        var parents = SchemaFilesOnDisk.parents(codes);
        Map<String, Set<String>> groups = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        codes.forEach(
                code -> names.put(code.path("id").asText(), code.path("name").asText()));
        codes.forEach(code ->
                groups.put(code.path("id").asText(), new HashSet<>(SchemaFilesOnDisk.ancestors(code, parents))));
        Map<String, List<String>> values = new HashMap<>();
        for (Path file : csvFiles(SAMPLES.resolve("accepted/VICTIMS"))) {
            for (Map<String, String> row : rows(file)) {
                if (Stream.of("SEX", "AGE", "EXPLOITATION").allMatch(id -> "_T".equals(row.get(id)))) {
                    groups.get(row.get("REF_AREA"))
                            .forEach(group -> values.computeIfAbsent(
                                            row.get("TIME_PERIOD") + " " + names.get(group), key -> new ArrayList<>())
                                    .add(row.get("OBS_VALUE")));
                }
            }
        }
        return values;
    }

    private static List<Path> csvFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.startsWith(SAMPLES.resolve("rejected")))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the rows of a file. The cells must hold neither separators nor quotes. */
    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<List<String>> lines = Files.readAllLines(file).stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(lines.get(0).get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }
}
