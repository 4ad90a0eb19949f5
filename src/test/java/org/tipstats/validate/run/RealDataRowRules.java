package org.tipstats.validate.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.Baseline;
import org.tipstats.validate.table.Breakdown;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Validates the real public table, one file for each area and dataflow, each against all the others. Prints how often
 * each rule reports, for comparison with known facts about the data. Run it in the root folder of the project.
 * Argument: a folder with the parts of the public table by citizenship and by country of repatriation; without it,
 * these parts are left out.
 */
final class RealDataRowRules {

    private static final Map<String, List<String>> BY_COUNTRY = Map.of(
            "VICTIMS_CITIZENSHIP", List.of("by_citizenship", "CITIZENSHIP"),
            "VICTIMS_REPATRIATION", List.of("by_repatriation", "COUNTERPART_AREA"));

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Map<String, Map<String, Path>> files = new TreeMap<>();
    private final Map<String, Map<String, List<Observation>>> held = new HashMap<>();
    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, Set<String>> areaYears = new TreeMap<>();
    private final Map<String, Set<String>> comparable = new TreeMap<>();
    private final Path work;

    private RealDataRowRules(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException {
        RealDataRowRules run = new RealDataRowRules(Files.createTempDirectory("real-data"));
        run.collect(Path.of("sample-data/accepted"));
        if (arguments.length > 0) {
            for (Map.Entry<String, List<String>> part : new TreeMap<>(BY_COUNTRY).entrySet()) {
                run.collectCountries(Path.of(arguments[0]), part.getKey(), part.getValue());
            }
            run.collect(run.work);
        }
        run.readPopulation();
        for (Dataflow dataflow : run.schemas.dataflows()) {
            for (String area : run.files.getOrDefault(dataflow.id(), Map.of()).keySet()) {
                run.validate(dataflow, area);
            }
        }
        run.print();
    }

    private void collectCountries(Path folder, String id, List<String> part) throws IOException {
        Path table = folder.resolve("unodc_glotip_2023_" + part.get(0) + "_2003-2016.csv");
        System.out.println(
                PublicTableFiles.write(table, schemas.dataflow(id).orElseThrow(), part.get(1), work.resolve(id)));
    }

    private void collect(Path folder) throws IOException {
        for (Dataflow dataflow : schemas.dataflows()) {
            Path own = folder.resolve(dataflow.id());
            if (Files.isDirectory(own)) {
                try (Stream<Path> paths = Files.list(own)) {
                    paths.forEach(path -> files.computeIfAbsent(dataflow.id(), id -> new TreeMap<>())
                            .put(path.getFileName().toString().replace(".csv", ""), path));
                }
            }
        }
    }

    private void readPopulation() {
        Dataflow population = schemas.population().orElseThrow();
        KeySpace space = new KeySpace(population.structure());
        for (Observation one : observations(Path.of("sample-data/reference/population.csv"), population)) {
            held.computeIfAbsent(population.id(), id -> new HashMap<>())
                    .computeIfAbsent(
                            space.code(one.key(), population.structure().area()), area -> new ArrayList<>())
                    .add(one);
        }
    }

    private List<Observation> held(Dataflow dataflow, String area) {
        Map<String, List<Observation>> known = held.computeIfAbsent(dataflow.id(), id -> new HashMap<>());
        Path file = files.getOrDefault(dataflow.id(), Map.of()).get(area);
        return known.computeIfAbsent(area, key -> file == null ? List.of() : observations(file, dataflow));
    }

    /** Returns the values of a file without errors. */
    static List<Observation> observations(Path file, Dataflow dataflow) {
        List<Observation> observations = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(file, dataflow)) {
            rows.forEachRemaining(row -> observations.add(new Observation(
                    row.packed(),
                    row.value() == null ? null : BigDecimal.valueOf(row.value()),
                    row.status(),
                    row.confidentiality(),
                    row.attributes(),
                    null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return observations;
    }

    private void validate(Dataflow dataflow, String area) throws IOException {
        Baseline others = (asked, areas) -> asked.equals(dataflow) ? List.of() : held(asked, area);
        ValidationRequest request = new ValidationRequest(
                schemas,
                dataflow,
                null,
                false,
                Given.CURRENT_YEAR,
                ValidationRequest.FINDINGS_KEPT,
                others,
                Progress.NONE);
        Path file = files.get(dataflow.id()).get(area);
        Validation validation = new Validator().validate(file, area, request);
        validation.findings().forEachRemaining(finding -> count(dataflow, finding));
        countComparable(dataflow, area);
    }

    private void count(Dataflow dataflow, Finding finding) {
        Object dimension = finding.parameters()
                .getOrDefault("dimension", finding.parameters().get("stage"));
        String where = dimension == null ? "" : dimension + margin(finding.key(), dimension.toString());
        String name = "%s | %s | %s".formatted(finding.rule(), dataflow.id(), where);
        findings.merge(name, 1, Integer::sum);
        areaYears.computeIfAbsent(name, n -> new TreeSet<>()).add(areaYear(finding.key()));
    }

    private static String areaYear(Map<String, String> key) {
        return key.get("REF_AREA") + " " + key.get("TIME_PERIOD") + " " + key.getOrDefault("STAGE", "");
    }

    /** Returns a text that says whether all other breakdowns of the key are at their total. */
    private static String margin(Map<String, String> key, String dimension) {
        boolean margin = Stream.of("SEX", "AGE", "EXPLOITATION")
                .filter(other -> !other.equals(dimension))
                .allMatch(other -> "_T".equals(key.getOrDefault(other, "_T")));
        return margin ? " of the total" : " within a part";
    }

    /**
     * Counts the area-years with a total and parts of it, with two consecutive stages, and with totals in two
     * consecutive years.
     */
    private void countComparable(Dataflow dataflow, String area) {
        RowTable table = new RowTable(new KeySpace(dataflow.structure()), dataflow.threshold() - 1L, null);
        int row = 0;
        for (Observation one : held(dataflow, area)) {
            row++;
            boolean masked = one.status().equals("Q");
            long value = one.value() == null ? -1 : one.value().longValueExact();
            table.add(row + 1, row, one.key(), Action.MERGE, value, one.status(), masked, false, false);
        }
        Consumer<Breakdown> visitor = breakdown -> {
            Map<String, String> key = table.space().codes(table.key(breakdown.whole()));
            String dimension = breakdown.tree().dimension().id();
            if (breakdown.isTotal()) {
                note(dataflow, dimension + margin(key, dimension), areaYear(key));
            }
        };
        table.merged().breakdowns().forEach(along -> along.forEach(visitor));
        Margins margins = new Margins(table.space());
        for (int r = 0; r < table.fileRows(); r++) {
            note(dataflow, "any figure", areaYear(table.space().codes(table.key(r))));
            if (table.isMasked(r)) {
                note(dataflow, "a masked figure", areaYear(table.space().codes(table.key(r))));
            }
            if (margins.isTotal(table.key(r))) {
                noteTotal(dataflow, table, table.key(r), table.high(r));
            }
        }
    }

    private void noteTotal(Dataflow dataflow, RowTable table, long key, long value) {
        Map<String, String> codes = table.space().codes(key);
        int time = dataflow.structure().time().position();
        int year = table.space().position(key, time);
        int before =
                year == 0 ? RowTable.NONE : table.merged().find(table.space().withPosition(key, time, year - 1));
        note(dataflow, "with a total", areaYear(codes));
        if (before >= 0 && Math.max(value, table.high(before)) >= 20) {
            note(dataflow, "total of at least 20 two years running", areaYear(codes));
        }
        if ("PROSECUTED CONVICTED".contains(codes.getOrDefault("STAGE", "none"))) {
            String earlier = codes.get("STAGE").equals("CONVICTED") ? "PROSECUTED" : "SUSPECTED";
            int stage = dataflow.structure().dimension("STAGE").orElseThrow().position();
            int position = dataflow.structure().dimensions().get(stage).positionOf(earlier);
            if (table.merged().find(table.space().withPosition(key, stage, position)) >= 0) {
                note(dataflow, codes.get("STAGE") + " and the stage before", areaYear(codes));
            }
        }
    }

    private void note(Dataflow dataflow, String what, String areaYear) {
        comparable
                .computeIfAbsent(dataflow.id() + " | " + what, w -> new TreeSet<>())
                .add(areaYear);
    }

    private void print() {
        System.out.println("\n| rule | dataflow | where | findings | area-years |\n| --- | --- | --- | --- | --- |");
        findings.forEach((name, number) -> System.out.printf(
                "| %s | %d | %d |%n", name, number, areaYears.get(name).size()));
        System.out.println("\n| dataflow | what can be compared | area-years |\n| --- | --- | --- |");
        comparable.forEach((name, found) -> System.out.printf("| %s | %d |%n", name, found.size()));
    }
}
