package org.tipstats.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.observation.KeySpace;
import org.tipstats.report.Finding;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.SchemaRegistry;

/**
 * Runs the row rules over real submissions and prints how often each fires, to compare with what is known of the data.
 * Run from the top folder: {@code schemas} and {@code sample-data/accepted} are read.
 */
final class RealDataRowRules {

    private static final List<RowRule> RULES = List.of(
            new DuplicateKey(),
            new PartExceedsTotal(),
            new SumExceedsTotal(),
            new SumBelowTotal(),
            new ChildExceedsParent());

    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, TreeSet<String>> areaYears = new TreeMap<>();
    private final Map<String, TreeSet<String>> comparable = new TreeMap<>();

    private RealDataRowRules() {}

    public static void main(String[] arguments) throws IOException {
        SchemaRegistry registry = SchemaRegistry.load(Path.of("schemas"));
        Path samples = Path.of(arguments.length > 0 ? arguments[0] : "sample-data/accepted");
        for (Dataflow dataflow : registry.dataflows()) {
            Path folder = samples.resolve(dataflow.id());
            if (Files.isDirectory(folder)) {
                new RealDataRowRules().run(dataflow, folder);
            }
        }
    }

    private void run(Dataflow dataflow, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.sorted().toList();
        }
        int rows = 0;
        for (Path file : files) {
            RowTable table = read(dataflow, file);
            rows += table.fileRows();
            RULES.forEach(rule -> rule.check(table, new RuleSettings(dataflow), this::count));
            table.merged().forEachBreakdown(breakdown -> countComparable(table, breakdown));
        }
        System.out.printf("%n%s: %d files, %d rows%n", dataflow.id(), files.size(), rows);
        findings.forEach((what, number) -> System.out.printf(
                "  %-70s %5d findings in %4d area-years%n",
                what, number, areaYears.get(what).size()));
        comparable.forEach(
                (what, keys) -> System.out.printf("  comparable: %-58s %5d area-years%n", what, keys.size()));
    }

    private void countComparable(RowTable table, Breakdown breakdown) {
        if (breakdown.isTotal()) {
            Map<String, String> key = table.space().codes(table.key(breakdown.whole()));
            String dimension = breakdown.tree().dimension().id();
            for (String what : List.of(dimension + margin(key, dimension), dimension)) {
                comparable.computeIfAbsent(what, w -> new TreeSet<>()).add(areaYear(key));
            }
        }
    }

    private static String areaYear(Map<String, String> key) {
        return key.get("REF_AREA") + " " + key.get("TIME_PERIOD") + " " + key.getOrDefault("STAGE", "");
    }

    /** Whether all other breakdowns are at their total there. */
    private static String margin(Map<String, String> key, String dimension) {
        boolean margin = Stream.of("SEX", "AGE", "EXPLOITATION")
                .filter(other -> !other.equals(dimension))
                .allMatch(other -> "_T".equals(key.getOrDefault(other, "_T")));
        return margin ? " of the total" : " within a part";
    }

    private void count(Finding finding) {
        String dimension = String.valueOf(finding.parameters().getOrDefault("dimension", "-"));
        String where = " " + dimension + margin(finding.key(), dimension);
        List<String> names = new ArrayList<>(List.of(finding.rule(), finding.rule() + where));
        if (finding.rule().endsWith("exceeds-total")) {
            names.addAll(List.of("any above its total", "any above its total" + where));
        }
        if (finding.rule().equals("part-exceeds-total") && finding.parameters().get("total") instanceof Long) {
            names.add("a part above a total that is not masked");
        }
        for (String name : names) {
            findings.merge(name, 1, Integer::sum);
            areaYears.computeIfAbsent(name, n -> new TreeSet<>()).add(areaYear(finding.key()));
        }
    }

    private static RowTable read(Dataflow dataflow, Path file) throws IOException {
        KeySpace space = new KeySpace(dataflow.structure());
        RowTable table = new RowTable(space, dataflow.threshold() - 1L, null);
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = Arrays.asList(lines.get(i).split(",", -1));
            String value = cells.get(header.indexOf("OBS_VALUE"));
            String status = cells.get(header.indexOf("OBS_STATUS"));
            long key = space.parse(dataflow.structure().dimensions().stream()
                            .map(dimension -> cell(dataflow, dimension, header, cells))
                            .collect(Collectors.joining(".")))
                    .orElseThrow();
            long number = value.isEmpty() ? -1 : Long.parseLong(value);
            table.add(i + 1, i, key, Action.MERGE, number, status, status.equals("Q"), false, false);
        }
        return table;
    }

    private static String cell(Dataflow dataflow, Dimension dimension, List<String> header, List<String> cells) {
        int column = header.indexOf(dimension.id());
        return column < 0 ? dataflow.submission().fixed(dimension.id()).orElseThrow() : cells.get(column);
    }
}
