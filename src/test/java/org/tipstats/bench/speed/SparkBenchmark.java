package org.tipstats.bench.speed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tipstats.bench.world.SubnationalWorld;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.publish.tables.AcceptedTables;
import org.tipstats.publish.tables.CompiledTable;
import org.tipstats.publish.tables.SparkProcess;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Compiles worlds of 20,000 districts with Spark on two processors, and compares all figures with those of the
 * calculator. Each step is a process of its own.
 */
final class SparkBenchmark {

    private static final int DISTRICTS = 20_000;
    private static final String HEAP = "2g";

    /** The values that the calculator compiles with one gigabyte: it holds all of them and their figures at once. */
    private static final int VALUES_OF_GIGABYTE = 1_250_000;

    private SparkBenchmark() {}

    /** @param sizes the numbers of values, smallest first */
    static void run(Path folder, List<String> sizes) throws Exception {
        Usage before = null;
        for (String size : sizes.isEmpty() ? List.of("100000", "1000000") : sizes) {
            int values = Integer.parseInt(size);
            Path world = folder.resolve("world-" + size);
            Path figures = folder.resolve("figures-" + size);
            String heap = Math.max(2, values / VALUES_OF_GIGABYTE) + "g";
            System.out.println(size + " values of " + DISTRICTS + " districts");
            ChildProcess.run(heap, SparkBenchmark.class, "write", size, world.toString());
            Usage usage = compile(values, world, figures);
            usage.print(before);
            ChildProcess.run(heap, SparkBenchmark.class, "compare", size, figures.toString());
            before = usage;
        }
    }

    /** A step: {@code write} makes the tables of a world, {@code compare} compares with the calculator. */
    public static void main(String... arguments) throws Exception {
        SubnationalWorld world = new SubnationalWorld(DISTRICTS, 1);
        int values = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        if (arguments[0].equals("write")) {
            AcceptedTables.write(folder, world.schemas(), dataflow -> world.accepted(dataflow, values));
        } else {
            compare(world, values, folder);
        }
    }

    private static Usage compile(int values, Path world, Path figures) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process spark = new ProcessBuilder(SparkProcess.compilation(
                        HEAP, world, figures, "spark.ui.enabled=false", "spark.sql.parquet.compression.codec=gzip"))
                .redirectErrorStream(true)
                .redirectOutput(new File(figures + ".log"))
                .start();
        double processor = 0;
        long megabytes = 0;
        while (!spark.waitFor(100, TimeUnit.MILLISECONDS)) {
            processor = spark.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
            megabytes = Math.max(megabytes, Service.residentMegabytes(spark.pid()));
        }
        if (spark.exitValue() != 0) {
            throw new IOException("Spark has failed: see " + figures + ".log");
        }
        return new Usage(values, (System.nanoTime() - begun) / 1e9, processor, megabytes);
    }

    private static void compare(SubnationalWorld world, int values, Path folder) throws Exception {
        Dataflow population = world.schemas().population().orElseThrow();
        Cube persons = world.accepted(population, values);
        long figures = 0;
        int differences = 0;
        for (Dataflow dataflow : List.of(world.dataflow(), population)) {
            Cube accepted = world.accepted(dataflow, values);
            Cube[] compiled = new Cube[1];
            double seconds = Stopwatch.processor(
                    () -> compiled[0] = new AggregateCalculator(dataflow, persons).calculate(accepted));
            Stopwatch.print("  the calculator, " + dataflow.id() + ", on the processors", seconds, "s", "", "", 0);
            List<String> examples = CompiledTable.differences(folder.resolve(dataflow.id() + ".parquet"), compiled[0]);
            examples.forEach(System.out::println);
            figures += compiled[0].size();
            differences += examples.size();
        }
        Stopwatch.print("  figures compared", figures, "", "", "", 0);
        Stopwatch.print("  different ones (five examples at most)", differences, "", "0", "", 0);
    }

    /** What Spark took, with the start of the process and the reading and writing of tables. */
    private record Usage(int values, double seconds, double processor, long megabytes) {

        void print(Usage before) {
            Stopwatch.print("  Spark", seconds / 60, "min", "", "", 0);
            boolean first = before == null;
            double growth = first ? 0 : processor / before.processor / ((double) values / before.values);
            Stopwatch.print("  on the processors", processor, "s", "1.2", first ? "" : "linear growth", growth);
            Stopwatch.print("  resident memory", megabytes, "MB", "", "", 0);
        }
    }
}
