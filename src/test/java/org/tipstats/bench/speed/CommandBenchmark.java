package org.tipstats.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures whole processes of the built program: a command started by its script, in turn with {@code java -jar}. */
final class CommandBenchmark {

    private static final int ROUNDS = 11;
    private static final String BUILT = "target/quarkus-app/";

    /** The time of all processes that a shell has run, as its command {@code times} prints it in the second line. */
    private static final Pattern CHILDREN = Pattern.compile("\\n(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s");

    private record Times(double clock, double processor) {}

    private CommandBenchmark() {}

    static void run() throws Exception {
        measure("a file with errors", Path.of("sample-data/rejected/names-instead-of-codes.csv"));
        measure("a file without errors", Path.of("sample-data/first-steps/austria-2017.csv"));
    }

    private static void measure(String what, Path file) throws Exception {
        List<String> jar = List.of("java", "-jar", BUILT + "quarkus-run.jar", "validate", "VICTIMS", file.toString());
        List<String> script = List.of(BUILT + "tipstats", "validate", "VICTIMS", file.toString());
        Times first = once(script);
        List<Times> ofJar = new ArrayList<>();
        List<Times> ofScript = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofJar.add(once(jar));
            ofScript.add(once(script));
        }
        double clock = median(ofScript.stream().mapToDouble(Times::clock).toArray());
        double processor =
                median(ofScript.stream().mapToDouble(Times::processor).toArray());
        double jarClock = median(ofJar.stream().mapToDouble(Times::clock).toArray());
        double jarProcessor =
                median(ofJar.stream().mapToDouble(Times::processor).toArray());
        Stopwatch.print("validate " + what, clock, "s", "0.5 s", "java -jar", clock / jarClock);
        Stopwatch.print("  on the processors", processor, "s", "", "java -jar", processor / jarProcessor);
        Stopwatch.print("  its first run, which makes the archive", first.clock(), "s", "", "", 0);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Times once(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
        timed.addAll(command);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(timed).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        double clock = (System.nanoTime() - begun) / 1e9;
        Matcher children = CHILDREN.matcher(text);
        if (!children.find()) {
            throw new IOException(text);
        }
        double minutes = Integer.parseInt(children.group(1)) + Integer.parseInt(children.group(3));
        return new Times(
                clock, 60 * minutes + Double.parseDouble(children.group(2)) + Double.parseDouble(children.group(4)));
    }
}
