package org.tipstats.bench.speed;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.files.csv.CsvTable.CsvRecords;
import org.tipstats.protect.disclose.Protection;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Measures the pure packages alone. Compares validation with only reading the same file, and compilation with only
 * copying.
 */
final class PureBenchmark {

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
    private final Path folder;

    PureBenchmark(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        Path small = new LargeFiles(schemas).write(folder.resolve("100k.csv"), 100_000, 0);
        double read = Stopwatch.median(7, () -> read(small));
        double validated = Stopwatch.median(7, () -> validate(small));
        Stopwatch.print(
                "validate 100,000 rows, warm",
                validated,
                "s",
                "< 1 s",
                "reading it with Commons CSV",
                validated / read);

        Path tiny = new LargeFiles(schemas).write(folder.resolve("1k.csv"), 1_000, 0);
        Stopwatch.print(
                "validate 1,000 rows, warm",
                1_000 * Stopwatch.median(201, () -> validate(tiny)),
                "ms",
                "< 30 ms",
                "",
                0);

        Path large = new LargeFiles(schemas).write(folder.resolve("500k.csv"), 500_000, 0);
        Cube accepted = cube(large);
        Dataflow populationFlow = schemas.population().orElseThrow();
        Cube population = population(populationFlow);
        double copied = Stopwatch.median(5, () -> Cube.of(accepted.space(), accepted.observations()));
        double compiled = Stopwatch.median(5, () -> compile(accepted, population));
        Stopwatch.print(
                "compile and protect 500,000 observations, warm",
                compiled,
                "s",
                "< 5 s",
                "sorting them",
                compiled / copied);
    }

    private static void read(Path file) throws Exception {
        long[] cells = new long[1];
        try (Reader in = Files.newBufferedReader(file)) {
            CsvRecords.forEach(in, record -> cells[0] += record.length);
        }
    }

    private void validate(Path file) throws Exception {
        ValidationRequest request = ValidationRequest.anonymous(schemas, victims, 2026);
        Validation validation = new Validator().validate(file, null, request);
        if (!validation.report().valid() || validation.report().findingsTotal() > 0) {
            throw new IllegalStateException("the file was meant to be without faults");
        }
    }

    private Cube cube(Path file) throws Exception {
        List<Observation> observations = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(file, victims)) {
            rows.forEachRemaining(row -> observations.add(Observation.count(row.packed(), row.value(), row.status())));
        }
        return Cube.of(new KeySpace(victims.structure()), observations);
    }

    private static Cube population(Dataflow dataflow) throws Exception {
        List<Observation> observations = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(Path.of("sample-data/reference/population.csv"), dataflow)) {
            rows.forEachRemaining(row -> observations.add(Observation.count(row.packed(), row.value(), row.status())));
        }
        return Cube.of(new KeySpace(dataflow.structure()), observations);
    }

    private void compile(Cube accepted, Cube population) {
        Cube compiled = new AggregateCalculator(victims, population).calculate(accepted);
        Protection.of(victims, compiled);
    }
}
