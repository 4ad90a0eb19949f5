package org.tipstats.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Measures a full revision of 100,000 values beside the first load of the same values. Each round has areas of its own,
 * so that no round compares with the values of another one. Only the first round is cold.
 */
final class RevisionBenchmark {

    private static final int VALUES = 100_000;
    private static final int ROUNDS = 5;

    /**
     * No report is printed meanwhile. On a busy machine a file may take longer than the service usually waits before it
     * answers that a job goes on.
     */
    private static final Map<String, String> SETTINGS =
            Map.of("TIPSTATS_PRINTS_EVERY", "off", "TIPSTATS_JOB_PATIENCE", "PT10M");

    private final Path folder;
    private final Path home;
    private final LargeFiles files = new LargeFiles(SchemaRegistry.load(Path.of("schemas")));

    /** @param home a home that has the demo, which shortens the start; or a new one */
    RevisionBenchmark(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    void run() throws Exception {
        try (Service service = Service.start(home, SETTINGS)) {
            Desks desks = new Desks(service, files.areas());
            double[] ratios = new double[ROUNDS];
            double[] processor = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                Cost load = cost(service, desks, round(i, 0));
                Cost revision = cost(service, desks, round(i, 7));
                ratios[i] = revision.seconds() / load.seconds();
                processor[i] = revision.processor() / load.processor();
                print("first load", load);
                print("revision", revision);
            }
            System.out.printf(Locale.ROOT, "the first, cold round: %.2f%n", ratios[0]);
            print("by the clock", ratios);
            print("on the processors of the service's JVM", processor);
        }
    }

    /** Writes the file of a round. */
    private Path round(int number, int shift) {
        List<String> areas = files.areas();
        int each = areas.size() / ROUNDS;
        return files.write(
                folder.resolve("round-" + number + "-" + shift + ".csv"),
                areas.subList(number * each, (number + 1) * each),
                VALUES,
                shift);
    }

    private static Cost cost(Service service, Desks desks, Path file) throws Exception {
        JsonNode[] submission = new JsonNode[1];
        double before = service.processorSeconds();
        double receipt = Stopwatch.once(() -> submission[0] = desks.send(file));
        double acceptance = Stopwatch.once(() -> desks.accept(submission[0]));
        return new Cost(receipt, acceptance, service.processorSeconds() - before);
    }

    private static void print(String what, Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "%-12s received %6.3f s, justified and accepted %6.3f s, on the processors %6.3f s%n",
                what,
                cost.receipt,
                cost.acceptance,
                cost.processor);
    }

    private static void print(String what, double[] ratios) {
        double[] sorted = Arrays.stream(ratios).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "revision divided by first load, %s: least %.2f, median %.2f, target 1.2%n",
                what,
                sorted[0],
                sorted[sorted.length / 2]);
    }

    /** Times in seconds. */
    private record Cost(double receipt, double acceptance, double processor) {

        double seconds() {
            return receipt + acceptance;
        }
    }
}
