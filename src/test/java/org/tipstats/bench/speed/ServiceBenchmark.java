package org.tipstats.bench.speed;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Measures the whole service over HTTP: start, storing, reading, memory, a very large file. */
final class ServiceBenchmark {

    private static final String ONE_COUNTRY = "/api/v1/data/VICTIMS?TIME_PERIOD=2010:2016&SEX=_T&REF_AREA=";

    private final Path folder;
    private final LargeFiles files = new LargeFiles(SchemaRegistry.load(Path.of("schemas")));

    ServiceBenchmark(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        Path home = folder.resolve("home");
        try (Service service = started("start with an empty home, demo included", "< 60 s", home)) {
            Thread.sleep(5_000);
            Stopwatch.print("resident memory of the idle JVM", service.residentMegabytes(), "MB", "< 400 MB", "", 0);
            read(service);
            validateSmall(service);
            store(service);
            service.kill();
        }
        started("start after a kill", "< 15 s", home).close();
        started("start after a clean stop", "< 8 s", home).close();
        millionRows(home);
    }

    private static Service started(String what, String target, Path home) throws Exception {
        long begun = System.nanoTime();
        Service service = Service.start(home);
        Stopwatch.print(what, (System.nanoTime() - begun) / 1e9, "s", target, "", 0);
        return service;
    }

    /**
     * Reads one country at a time, first with different requests, then with one that repeats. Compares with a constant
     * reply.
     */
    private void read(Service service) throws Exception {
        List<String> areas = files.areas();
        for (int i = 0; i < 2_000; i++) {
            service.get(ONE_COUNTRY + areas.get(i % areas.size()) + "&limit=" + (1 + i % 999));
        }
        double different =
                p50(2_000, i -> ONE_COUNTRY + areas.get(i % areas.size()) + "&limit=" + (1_000 + i), service);
        double repeated = p50(2_000, i -> ONE_COUNTRY + "AUT", service);
        double constant = p50(2_000, i -> "/q/health/live", service);
        Stopwatch.print(
                "query for one country, p50", different, "ms", "< 2 ms", "a constant reply", different / constant);
        Stopwatch.print("the same query again, p50", repeated, "ms", "memory", "a constant reply", repeated / constant);
    }

    private void validateSmall(Service service) throws Exception {
        Path file = files.write(folder.resolve("1k.csv"), 1_000, 0);
        double[] milliseconds = new double[500];
        for (int i = 0; i < milliseconds.length; i++) {
            milliseconds[i] = 1_000 * validated(service, file);
        }
        double[] warm = Arrays.copyOfRange(milliseconds, 200, milliseconds.length);
        Arrays.sort(warm);
        Stopwatch.print("validate 1,000 rows over HTTP, warm, p50", warm[warm.length / 2], "ms", "< 30 ms", "", 0);
    }

    /** Returns the path of the i-th request. */
    private interface Paths {
        String at(int i);
    }

    private static double p50(int requests, Paths paths, Service service) throws Exception {
        double[] milliseconds = new double[requests];
        for (int i = 0; i < requests; i++) {
            String path = paths.at(i);
            milliseconds[i] = 1_000 * Stopwatch.once(() -> service.get(path));
        }
        Arrays.sort(milliseconds);
        return milliseconds[requests / 2];
    }

    private void store(Service service) throws Exception {
        Desks desks = new Desks(service, files.areas());
        Path first = files.write(folder.resolve("first.csv"), 100_000, 0);
        Path revised = files.write(folder.resolve("revised.csv"), 100_000, 7);
        double load = Stopwatch.once(() -> desks.accept(first));
        double revision = Stopwatch.once(() -> desks.accept(revised));
        Stopwatch.print("validate, accept and store 100,000 values", load, "s", "< 3 s + 1 s", "", 0);
        Stopwatch.print("a full revision of them", revision, "s", "1.2 x", "the first load", revision / load);
    }

    /** Submits a million rows with a heap of 512 MB while other clients read. */
    private void millionRows(Path home) throws Exception {
        Path file = files.write(folder.resolve("million.csv"), 1_000_000, 0);
        try (Service service = Service.start(home, "-Xmx512m")) {
            double alone = p50(500, i -> ONE_COUNTRY + "AUT&limit=" + (1 + i), service);
            CompletableFuture<Double> validation = CompletableFuture.supplyAsync(() -> validated(service, file));
            double beside = p50(200, i -> ONE_COUNTRY + "AUT&limit=" + (2_000 + i), service);
            double seconds = validation.get();
            Stopwatch.print("validate 1,000,000 rows in a heap of 512 MB, cold", seconds, "s", "works", "", 0);
            Stopwatch.print("query meanwhile, p50", beside, "ms", "answers", "the same alone", beside / alone);
        }
    }

    private static double validated(Service service, Path file) {
        try {
            return Stopwatch.once(() -> {
                int status = service.post(
                                "/api/v1/validations?dataflow=VICTIMS", null, "text/csv", BodyPublishers.ofFile(file))
                        .statusCode();
                if (status != 200) {
                    throw new IllegalStateException("validation answers " + status);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
