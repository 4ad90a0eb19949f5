package org.tipstats.bench.speed;

import java.nio.file.Path;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Submits and publishes a large dataflow as users do, then downloads it from the built service with a heap of 512 MB.
 */
final class ServedDownloads {

    private static final String RELEASE = "benchmark-downloads";
    private static final String DATA = "/api/v1/data/VICTIMS?release=" + RELEASE + "&raw=true&format=";
    private static final int ROWS = 300_000;
    private static final int ROUNDS = 5;

    private final Path folder;

    ServedDownloads(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        LargeFiles files = new LargeFiles(SchemaRegistry.load(Path.of("schemas")));
        try (Service service = Service.start(folder.resolve("home"), "-Xmx2g")) {
            Desks desks = new Desks(service, files.areas());
            desks.accept(files.write(folder.resolve("large.csv"), ROWS, 0));
            publish(service, desks);
        }
        try (Service service = Service.start(folder.resolve("home"), "-Xmx512m")) {
            read(service);
        }
    }

    private static void publish(Service service, Desks desks) throws Exception {
        double seconds = Stopwatch.once(() -> {
            desks.tree(
                    service.post(
                            "/api/v1/releases", "demo-reviewer", "{\"id\":\"" + RELEASE + "\",\"title\":\"Large\"}"),
                    201);
            desks.tree(service.post("/api/v1/releases/" + RELEASE + "/publication", "demo-publisher", ""), 200);
        });
        Stopwatch.print("compile, protect, audit and publish " + ROWS + " more", seconds, "s", "", "", 0);
    }

    private static void read(Service service) throws Exception {
        String about =
                service.get("/api/v1/data/VICTIMS/codes?release=" + RELEASE).body();
        String observations = about.replaceFirst("(?s).*\"total\":(\\d+).*", "$1");
        long bytes = service.download(DATA + "csv");
        double csv = best(service, "csv");
        Stopwatch.print(
                "served as CSV, " + observations + " observations", bytes / csv / 1e6, "MB/s", "50 MB/s", "", 0);
        Stopwatch.print("the same as Parquet", best(service, "parquet"), "s", "< 3 s", "", 0);
    }

    private static double best(Service service, String format) throws Exception {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            best = Math.min(best, Stopwatch.once(() -> service.download(DATA + format)));
        }
        return best;
    }
}
