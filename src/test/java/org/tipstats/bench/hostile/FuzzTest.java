package org.tipstats.bench.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tipstats.JavaCommand;

/**
 * Fuzzes the readers and the validation, some seconds for each on average. The code that an input reaches guides the
 * fuzzer. The fuzzer runs in a JVM of its own, so that its agent does not meet another one. An input that reveals a fault
 * is kept as a file in {@code src/test/resources/fuzz/TARGET}, so that every build tries it.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 1);
    private static final int ALL_SECONDS = SECONDS * FuzzReaders.TARGETS.size();
    /** Further seconds to start, to try the seeds and to end on a busy machine. */
    private static final int EXTRA_SECONDS = 1_800;

    /**
     * The result of fuzzing.
     *
     * @param exit the exit code, or null if the process did not end
     * @param found inputs to keep
     */
    private record Run(Integer exit, String output, String found) {}

    /** The names of the libraries that read files or validate them, and of the fuzzer. */
    private static final Pattern USED =
            Pattern.compile("(aalto|commons-(codec|compress|csv|io|lang3)|icu4j|jackson|jazzer|stax2)-.*\\.jar");

    /** The parts of Java that they need; without its charsets, files in Arabic and Hebrew encodings are not read. */
    private static final String MODULES =
            "java.instrument,java.logging,java.management,java.xml,jdk.attach,jdk.charsets,jdk.unsupported";

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("org.tipstats.bench.hostile.FuzzReaders#TARGETS")
    void theSeedsAreRead(Class<?> target) throws Exception {
        Map<String, byte[]> seeds = FuzzSeeds.of(target);
        assertTrue(seeds.size() >= 3, seeds::toString);
        for (byte[] seed : seeds.values()) {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, seed);
        }
    }

    @Test
    void noInputLeadsToAnythingButRowsOrAFault() throws Exception {
        assumeTrue(SECONDS > 0, "switched off");
        assertSound(fuzzed());
    }

    private static void assertSound(Run run) {
        assertTrue(run.exit != null, () -> "it does not end\n" + run.output);
        assumeFalse(run.output.contains("UnsatisfiedLinkError"), "the fuzzer does not run on this platform");
        assertEquals(0, run.exit, () -> run.found + run.output);
        assertTrue(run.output.contains("Done "), run.output);
    }

    private Run fuzzed() throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("fuzz"));
        Path corpus = Files.createDirectory(own.resolve("corpus"));
        int number = 0;
        for (Class<?> target : FuzzReaders.TARGETS) {
            for (byte[] seed : FuzzSeeds.of(target).values()) {
                Files.write(corpus.resolve("seed" + number++), FuzzReaders.input(target, seed));
            }
        }
        Path log = own.resolve("log");
        Process fuzzer = new ProcessBuilder(command(own, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = fuzzer.waitFor(ALL_SECONDS + EXTRA_SECONDS, TimeUnit.SECONDS);
        fuzzer.destroyForcibly().waitFor();
        return new Run(ended ? fuzzer.exitValue() : null, end(log), found(own));
    }

    private static List<String> command(Path own, Path corpus) {
        List<String> command = JavaCommand.of(
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--limit-modules",
                MODULES,
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzReaders.class.getName(),
                "--instrumentation_includes=org.tipstats.**",
                "--custom_hook_includes=org.tipstats.**",
                "--reproducer_path=" + own);
        command.addAll(List.of(
                "-artifact_prefix=" + own + "/crash-of-",
                "-max_total_time=" + ALL_SECONDS,
                "-timeout=120",
                "-max_len=4096",
                "-rss_limit_mb=0",
                corpus.toString()));
        return command;
    }

    /**
     * Returns the class path without what no reader uses. The fuzzer first reads each class on it and of Java. It watches
     * the methods of each map among them, and looks for all of these in each method that it prepares. Most libraries that
     * are missing end the fuzzer with an error. Without Aalto, Java's own reader of XML is used.
     */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(element -> Files.isDirectory(Path.of(element))
                        || USED.matcher(Path.of(element).getFileName().toString())
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String end(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, text.length() - 8_000));
    }

    /** Returns the inputs that revealed a fault, to keep them. */
    private static String found(Path own) {
        StringBuilder found = new StringBuilder();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("crash-of-"))
                    .toList()) {
                found.append("target and input in base64: ")
                        .append(FuzzReaders.describe(Files.readAllBytes(file)))
                        .append('\n');
            }
        } catch (IOException e) {
            found.append(e);
        }
        return found.toString();
    }
}
