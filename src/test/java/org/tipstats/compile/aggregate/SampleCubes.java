package org.tipstats.compile.aggregate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The real schemas and the sample data as cubes, read without the service's own reader. */
public final class SampleCubes {

    public static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    /** Cubes never change, and tests ask for the same ones many times. */
    private static final Map<Path, Cube> READ = new ConcurrentHashMap<>();

    private SampleCubes() {}

    public static Dataflow dataflow(String id) {
        return SCHEMAS.dataflow(id).orElseThrow();
    }

    /** Returns the population of the sample data. */
    public static Cube population() {
        return read(dataflow("POPULATION"), Path.of("sample-data/reference/population.csv"));
    }

    /** Returns all accepted sample files of a dataflow. */
    public static Cube accepted(String dataflow) {
        return read(dataflow(dataflow), Path.of("sample-data/accepted", dataflow));
    }

    /** Returns the dataflow compiled from all of its sample files. */
    public static Cube compiled(String dataflow) {
        return new AggregateCalculator(dataflow(dataflow), population()).calculate(accepted(dataflow));
    }

    private static Cube read(Dataflow dataflow, Path place) {
        return READ.computeIfAbsent(place, any -> parse(dataflow, place));
    }

    private static Cube parse(Dataflow dataflow, Path place) {
        KeySpace space = new KeySpace(dataflow.structure());
        List<Observation> observations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> header = List.of(lines.get(0).split(","));
                lines.stream()
                        .skip(1)
                        .map(line -> observation(space, dataflow, header, line.split(",", -1)))
                        .forEach(observations::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Cube.of(space, observations);
    }

    private static Observation observation(KeySpace space, Dataflow dataflow, List<String> header, String[] row) {
        List<String> codes = dataflow.structure().dimensions().stream()
                .map(Dimension::id)
                .map(id -> dataflow.submission().fixed(id).orElseGet(() -> row[header.indexOf(id)]))
                .toList();
        String value = row[header.indexOf("OBS_VALUE")];
        return new Observation(
                space.parse(String.join(".", codes)).orElseThrow(),
                value.isEmpty() ? null : new BigDecimal(value),
                header.contains("OBS_STATUS") ? row[header.indexOf("OBS_STATUS")] : "A",
                header.contains("CONF_STATUS") ? row[header.indexOf("CONF_STATUS")] : null,
                Map.of(),
                null);
    }
}
