package org.tipstats.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Validates the same file in turns with the validator, including its report, and with SQL in DuckDB, in one process
 * with a limited heap. Both must find the same. Arguments: rounds, rows, and a folder for the files.
 */
public final class DuckDbComparison {

    public static final int CURRENT_YEAR = 2026;

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int rounds;
    private final int rows;
    private final Path folder;
    private int reportBytes;

    private DuckDbComparison(int rounds, int rows, Path folder) {
        this.rounds = rounds;
        this.rows = rows;
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        new DuckDbComparison(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]))
                .run();
    }

    private void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "heap %d MB, %d processors, load %.1f%n",
                Runtime.getRuntime().maxMemory() >> 20,
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
        try (DuckDb duckDb = new DuckDb(victims, CURRENT_YEAR)) {
            for (FullCubes.Kind kind : FullCubes.Kind.values()) {
                Path file = new FullCubes(victims, rows, kind).write(folder.resolve(kind + ".csv"));
                fight(kind, file, duckDb);
            }
        }
    }

    private void fight(FullCubes.Kind kind, Path file, DuckDb duckDb) throws Exception {
        double[][] ours = new double[2][rounds];
        double[][] theirs = new double[2][rounds];
        SortedMap<String, Long> found = null;
        for (int round = 0; round < rounds; round++) {
            found = time(round, ours, () -> validate(file));
            SortedMap<String, Long> same = time(round, theirs, () -> duckDb.check(file));
            if (!found.equals(same)) {
                throw new IllegalStateException("TIPstats found " + found + ", DuckDB " + same);
            }
        }
        System.out.printf(
                Locale.ROOT, "%s, %d rows, found by both: %s; report of %d kB%n", kind, rows, found, reportBytes >> 10);
        print("TIPstats, first ", ours, 0);
        print("DuckDB, first   ", theirs, 0);
        for (double[][] times : new double[][][] {ours, theirs}) {
            Arrays.stream(times).forEach(Arrays::sort);
        }
        print("TIPstats, least ", ours, 0);
        print("DuckDB, least   ", theirs, 0);
        print("TIPstats, median", ours, rounds / 2);
        print("DuckDB, median  ", theirs, rounds / 2);
        System.out.printf(
                Locale.ROOT,
                "  ratio of the least %.2f, of the medians %.2f; on the processor %.2f and %.2f; load %.1f%n",
                ours[0][0] / theirs[0][0],
                ours[0][rounds / 2] / theirs[0][rounds / 2],
                ours[1][0] / theirs[1][0],
                ours[1][rounds / 2] / theirs[1][rounds / 2],
                system.getSystemLoadAverage());
    }

    private static void print(String who, double[][] times, int round) {
        System.out.printf(
                Locale.ROOT, "  %s %6.2f s, %6.2f s on the processor%n", who, times[0][round], times[1][round]);
    }

    private <T> T time(int round, double[][] times, Callable<T> work) throws Exception {
        System.gc();
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        T result = work.call();
        times[0][round] = (System.nanoTime() - begun) / 1e9;
        times[1][round] = (system.getProcessCpuTime() - cpu) / 1e9;
        return result;
    }

    private SortedMap<String, Long> validate(Path file) throws IOException {
        ValidationRequest request = ValidationRequest.anonymous(schemas, victims, CURRENT_YEAR);
        Validation validation = new Validator().validate(file, null, request);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new ReportWriter(victims, "en").write(validation.report(), validation.findings(), null, report);
        reportBytes = report.size();
        SortedMap<String, Long> counts = new TreeMap<>();
        for (SummaryGroup group : validation.report().summary()) {
            counts.merge(group.rule(), group.count(), Long::sum);
        }
        // The queries have no such rule: it narrows ranges until nothing changes.
        counts.remove("masked-value-recoverable");
        return counts;
    }
}
