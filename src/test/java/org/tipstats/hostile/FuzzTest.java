package org.tipstats.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fuzzes the readers and the validation for some seconds each, led by what of the code an input reaches. The fuzzer runs
 * in a JVM of its own, so that its agent meets no other. An input that it finds a fault with is kept as a file in {@code
 * src/test/resources/fuzz/TARGET}, and so tried in every build.
 */
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 8);
    /** To start, to try the seeds and to end, on a machine that is busy. */
    private static final int MORE_SECONDS = 240;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(classes = {FuzzText.class, FuzzWorkbook.class, FuzzMessage.class, FuzzValidation.class})
    void theSeedsAreRead(Class<?> target) throws Exception {
        Map<String, byte[]> seeds = FuzzSeeds.of(target);
        assertTrue(seeds.size() >= 3, seeds::toString);
        for (byte[] seed : seeds.values()) {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {FuzzText.class, FuzzWorkbook.class, FuzzMessage.class, FuzzValidation.class})
    void noInputLeadsToAnythingButRowsOrAFault(Class<?> target) throws Exception {
        assumeTrue(SECONDS > 0, "switched off");
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        int number = 0;
        for (byte[] seed : FuzzSeeds.of(target).values()) {
            Files.write(corpus.resolve("seed" + number++), seed);
        }
        Path log = folder.resolve("log");
        Process fuzzer = new ProcessBuilder(command(target, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = fuzzer.waitFor(SECONDS + MORE_SECONDS, TimeUnit.SECONDS);
        fuzzer.destroyForcibly();
        String output = end(log);
        assertTrue(ended, () -> "it does not end\n" + output);
        assumeFalse(output.contains("UnsatisfiedLinkError"), "the fuzzer does not run on this platform");
        assertEquals(0, fuzzer.exitValue(), () -> found() + output);
        assertTrue(output.contains("Done "), output);
    }

    private List<String> command(Class<?> target, Path corpus) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.tipstats.**",
                "--custom_hook_includes=org.tipstats.**",
                "--reproducer_path=" + folder));
        command.addAll(List.of(
                "-artifact_prefix=" + folder + "/crash-of-",
                "-max_total_time=" + SECONDS,
                "-timeout=30",
                "-max_len=4096",
                "-rss_limit_mb=0",
                corpus.toString()));
        return command;
    }

    private static String end(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, text.length() - 8_000));
    }

    /** The input that a fault was found with, to be kept. */
    private String found() {
        StringBuilder found = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("crash-of-"))
                    .toList()) {
                found.append("base64 of the input: ")
                        .append(Base64.getEncoder().encodeToString(Files.readAllBytes(file)))
                        .append('\n');
            }
        } catch (IOException e) {
            found.append(e);
        }
        return found.toString();
    }
}
