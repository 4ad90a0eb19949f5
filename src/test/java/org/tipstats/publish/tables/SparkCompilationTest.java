package org.tipstats.publish.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.bench.world.SubnationalWorld;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Spark compiles from exported tables what the calculator of the service compiles, figure by figure. */
@Tag("long")
class SparkCompilationTest {

    private static SparkProcess spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        spark = new SparkProcess(Map.of());
    }

    @AfterAll
    static void end() {
        spark.close();
    }

    /** Compiles with Spark, compares all dataflows, and returns the number of figures. */
    private long compare(String name, SchemaRegistry schemas, Function<Dataflow, Cube> accepted) throws IOException {
        Path from = folder.resolve(name);
        Path to = folder.resolve(name + "-compiled");
        AcceptedTables.write(from, schemas, accepted);
        spark.compile(from, to);
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
        for (int seed = 1; seed <= 3; seed++) {
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

    /** A wrong row ends the compilation with its content: no figure is left out silently. */
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
