package org.tipstats.bench.speed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.bench.hostile.HostileFile;
import org.tipstats.bench.hostile.HostileFiles;

/**
 * Posts all hostile files in rounds to the built service with a heap of 256 MB, for validation and for submission. Run
 * it by hand after {@code mvn package}. It prints the results and ends with an error if the service failed.
 */
public final class HostileRun {

    private static final String SUBMITTER = "demo-submitter-AUT";
    private static final List<String> FORMS = List.of("json", "csv", "xlsx", "html");
    private static final Map<String, String> TYPES = Map.of(
            "workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xml", "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
            "json", "application/vnd.sdmx.data+json;version=1.0.0");
    private static final int ROUNDS = 3;
    private static final double LONGEST_SECONDS = 10;
    private static final double MOST_GROWTH = 16;

    private final Service service;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private double longest;
    private String longestName;

    private HostileRun(Service service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("hostile").resolve("home");
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Service service = Service.start(home, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError")) {
            HostileRun run = new HostileRun(service);
            run.rounds(HostileFiles.all(elsewhere.getLocalPort()));
            run.called(elsewhere);
            System.out.println("service log: " + home.resolveSibling("service.log"));
            if (!run.faults.isEmpty()) {
                run.faults.forEach(System.out::println);
                System.exit(1);
            }
        }
    }

    private void rounds(List<HostileFile> files) throws Exception {
        double[] heap = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            for (int i = 0; i < files.size(); i++) {
                String form = FORMS.get((i + round) % FORMS.size());
                post("/api/v1/validations?dataflow=VICTIMS&format=" + form, null, files.get(i), i % 2 == 0);
                post("/api/v1/submissions?dataflow=VICTIMS", SUBMITTER, files.get(i), i % 2 == 0);
            }
            heap[round] = service.heapMegabytes();
            System.out.printf(
                    "round %d: %d files, %.0f s, heap after a collection %.1f MB, resident %d MB%n",
                    round + 1,
                    files.size(),
                    (System.nanoTime() - begun) / 1e9,
                    heap[round],
                    service.residentMegabytes());
        }
        System.out.printf("longest: %.2f s, %s; statuses %s%n", longest, longestName, statuses);
        if (heap[ROUNDS - 1] > heap[0] + MOST_GROWTH) {
            faults.add("the heap grew from " + heap[0] + " to " + heap[ROUNDS - 1] + " MB");
        }
    }

    private void post(String path, String token, HostileFile file, boolean asText) throws Exception {
        String kind = file.name().split(" ")[0];
        String type = asText ? "text/csv" : TYPES.getOrDefault(kind, "text/csv");
        long begun = System.nanoTime();
        try {
            int status = service.post(path, token, type, BodyPublishers.ofByteArray(file.bytes()))
                    .statusCode();
            statuses.merge(status, 1, Integer::sum);
            if (status >= 500) {
                faults.add(status + " " + file.name() + " " + path);
            }
        } catch (IOException e) {
            faults.add(e + " " + file.name() + " " + path);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds > LONGEST_SECONDS) {
            faults.add("%.1f s %s %s".formatted(seconds, file.name(), path));
        }
        if (seconds > longest) {
            longest = seconds;
            longestName = file.name() + " " + path;
        }
    }

    private void called(ServerSocket elsewhere) throws IOException {
        elsewhere.setSoTimeout(1_000);
        try {
            elsewhere.accept().close();
            faults.add("a file had an address called");
        } catch (SocketTimeoutException e) {
            System.out.println("no connection was opened");
        }
    }
}
