package org.tipstats.publish.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.bench.world.SubnationalWorld;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.files.parquet.ParquetTable;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Spark compiles from exported tables what the calculator of the service compiles, figure by figure. It needs no service, but
 * the Spark of {@link OpenTablesTest}, which runs just before.
 */
@QuarkusTest
@Tag("long")
class SparkCompilationTest {

    private static SparkProcess spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        spark = SparkProcess.shared();
    }

    @AfterAll
    static void end() {
        SparkProcess.end();
    }

    /** Compiles with Spark, compares all dataflows, and returns the number of figures. */
    private long compare(String name, SchemaRegistry schemas, Function<Dataflow, Cube> accepted) throws IOException {
        Path from = folder.resolve(name);
        Path to = folder.resolve(name + "-compiled");
        AcceptedTables.write(from, schemas, accepted);
        spark.compile(from, to);
        assertPrivate(to);
        Cube population = accepted.apply(schemas.population().orElseThrow());
        long figures = 0;
        for (Dataflow dataflow : schemas.submitted()) {
            Cube expected = new AggregateCalculator(dataflow, population).calculate(accepted.apply(dataflow));
            Path table = to.resolve(dataflow.id() + ".parquet");
            assertEquals(List.of(), CompiledTable.differences(table, expected), dataflow.id() + " of " + name);
            figures += expected.size();
        }
        return figures;
    }

    /** Only the owner reads the compiled files. */
    private static void assertPrivate(Path compiled) throws IOException {
        try (Stream<Path> files = Files.walk(compiled)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    private static Cube sample(Dataflow dataflow) {
        if (dataflow.isPopulation()) {
            return SampleCubes.population();
        }
        return Files.exists(Path.of("sample-data/accepted", dataflow.id()))
                ? SampleCubes.accepted(dataflow.id())
                : Cube.empty(new KeySpace(dataflow.structure()));
    }

    @Test
    void theFiguresOfTheDemoAreEqual() throws IOException {
        assertEquals(59_659, compare("demo", SampleCubes.SCHEMAS, SparkCompilationTest::sample));
    }

    /** Districts in provinces and countries, with masked, missing and commented figures and unknown populations. */
    @Test
    void theFiguresOfRandomSubnationalWorldsAreEqual() throws IOException {
        for (int seed : new int[] {1, 3}) {
            SubnationalWorld world = new SubnationalWorld(20 * seed, seed);
            assertTrue(compare("world-" + seed, world.schemas(), dataflow -> world.accepted(dataflow, 1000)) > 3000);
        }
    }

    @Test
    void aTableThatIsNotEqualIsNoticed() throws IOException {
        SubnationalWorld world = new SubnationalWorld(20, 4);
        Cube accepted = world.accepted(world.dataflow(), 10);
        AcceptedTables.write(folder.resolve("tables"), world.schemas(), dataflow -> world.accepted(dataflow, 10));
        Path table = folder.resolve("tables/VICTIMS.parquet");
        assertEquals(List.of(), CompiledTable.differences(table, accepted));
        List<Observation> other = new ArrayList<>(accepted.observations());
        other.set(0, Observation.absent(accepted.at(0).key(), "M", null));
        assertEquals(
                1,
                CompiledTable.differences(table, Cube.of(accepted.space(), other))
                        .size());
        other.remove(0);
        assertEquals(
                1,
                CompiledTable.differences(table, Cube.of(accepted.space(), other))
                        .size());
        assertEquals(
                1,
                CompiledTable.differences(table, world.accepted(world.dataflow(), 11))
                        .size());
    }

    /** A table of another origin: each column has the cells of the function, where the function has any. */
    private Path foreign(SubnationalWorld world, Cube figures, String column, Function<Observation, Object> cells)
            throws IOException {
        Path from = folder.resolve(column);
        AcceptedTables.write(
                from,
                world.schemas(),
                dataflow -> dataflow.id().equals(world.dataflow().id()) ? figures : world.accepted(dataflow, 10));
        List<ParquetColumn<Observation>> columns = PublishedColumns.ofReported(figures.space()).stream()
                .map(each -> each.name().equals(column) ? new ParquetColumn<>(column, each.kind(), false, cells) : each)
                .toList();
        try (OutputStream out = Files.newOutputStream(from.resolve("VICTIMS.parquet"))) {
            new ParquetTable<>("VICTIMS", columns, Map.of()).write(figures.iterator(), out);
        }
        return from;
    }

    @Test
    void anEmptyStatusIsTheNormalOne() throws IOException {
        SubnationalWorld world = new SubnationalWorld(20, 6);
        Cube accepted = world.accepted(world.dataflow(), 10);
        String normal = new Statuses(world.dataflow().structure()).normal();
        Cube figures = Cube.of(
                accepted.space(),
                accepted.observations().stream()
                        .filter(figure -> figure.status().equals(normal))
                        .toList());
        Path from = foreign(world, figures, "OBS_STATUS", figure -> figure.key() % 2 == 0 ? null : " ");
        Path to = folder.resolve("compiled");
        spark.compile(from, to);
        Cube population = world.accepted(world.schemas().population().orElseThrow(), 10);
        Cube expected = new AggregateCalculator(world.dataflow(), population).calculate(figures);
        assertTrue(expected.size() > figures.size());
        assertEquals(List.of(), CompiledTable.differences(to.resolve("VICTIMS.parquet"), expected));
    }

    /** Logs have more readers than the figures. */
    @Test
    void anErrorNamesTheKeyOfTheRowAndNotItsCount() throws IOException {
        SubnationalWorld world = new SubnationalWorld(20, 7);
        Cube accepted = world.accepted(world.dataflow(), 10);
        Cube figures = Cube.of(
                accepted.space(),
                List.of(Observation.count(
                        accepted.at(0).key(), 987_654, accepted.at(0).status())));
        Path withoutSex = foreign(world, figures, "SEX", figure -> null);
        String missing = spark.error(withoutSex + "\t" + folder.resolve("nothing"));
        assertTrue(missing.contains("SEX is missing, in the row "), missing);
        assertTrue(missing.contains("REF_AREA="), missing);
        assertFalse(missing.contains("987654"), missing);
        Path fraction = foreign(world, figures, "OBS_VALUE", figure -> 987_654.5);
        String notWhole = spark.error(fraction + "\t" + folder.resolve("nothing-else"));
        assertTrue(notWhole.contains("an accepted figure is a whole number, unlike in the row "), notWhole);
        assertFalse(notWhole.contains("987654"), notWhole);
    }

    /** A wrong row ends the compilation with its key: no figure is left out silently. */
    @Test
    void aRowThatTheSchemasDoNotKnowEndsTheCompilation() throws IOException {
        SubnationalWorld world = new SubnationalWorld(20, 5);
        Path from = folder.resolve("unknown");
        AcceptedTables.write(from, world.schemas(), dataflow -> world.accepted(dataflow, 10));
        Path structures = from.resolve("structures.json");
        String district = world.accepted(world.dataflow(), 10)
                .space()
                .code(
                        world.accepted(world.dataflow(), 10).at(0).key(),
                        world.dataflow().structure().area());
        Files.writeString(structures, Files.readString(structures).replace(district, district + "-NEW"));
        String error = spark.error(from + "\t" + folder.resolve("nothing"));
        assertTrue(error.contains("REF_AREA cannot be " + district), error);
    }
}
