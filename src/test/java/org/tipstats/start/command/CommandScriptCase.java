package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests of the script beside the program, with a small program in the place of TIPstats. */
abstract class CommandScriptCase {

    private static final Path SCRIPT = Path.of("src/main/command/tipstats");

    private static final String PROGRAM = """
            package org.tipstats.start.boot;

            public class Main {
                public static void main(String... arguments) {
                    System.out.println(String.join("|", arguments));
                    System.out.println(String.join(" ", java.lang.management.ManagementFactory.getRuntimeMXBean()
                            .getInputArguments()));
                    System.out.println("process " + ProcessHandle.current().pid());
                    System.out.println("arenas " + System.getenv("MALLOC_ARENA_MAX"));
                    System.out.println("heap " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
                    if (arguments.length > 1 && arguments[1].equals("stop")) {
                        ProcessHandle.current().parent().orElseThrow().destroy();
                        System.exit(0);
                    }
                    System.exit(arguments.length == 0 ? 0 : Integer.parseInt(arguments[1]));
                }
            }
            """;

    /** Writes to the file that the script names, as the maker of the archive does. */
    private static final String MAKER = """
            package org.tipstats.start.boot;

            public class StartArchive {
                public static void main(String... arguments) throws java.io.IOException {
                    java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[0]), "no archive");
                    System.out.println(arguments[0]);
                }
            }
            """;

    /** The compiled programs, which all tests share. */
    private static final class Compiled {

        static final Path CLASSES = Path.of("target", "command-script").toAbsolutePath();

        static {
            try {
                compile(Files.createDirectories(CLASSES), "Main", PROGRAM);
                compile(CLASSES, "StartArchive", MAKER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TempDir
    Path folder;

    Path home;

    record Run(int code, String out, String errors, long process) {}

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("the program"));
        Files.copy(SCRIPT, home.resolve("tipstats"));
        jar(Files.createDirectories(home.resolve("app")).resolve("tipstats.jar"), "");
        jar(home.resolve("quarkus-run.jar"), "Main-Class: org.tipstats.start.boot.Main\n");
        Files.createDirectories(home.resolve("lib/main"));
    }

    private static void compile(Path classes, String name, String text) throws IOException {
        Path source = classes.resolve(name + ".java");
        Files.writeString(source, text);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()));
    }

    private static void jar(Path file, String manifest) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
            jar.write(("Manifest-Version: 1.0\n" + manifest).getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("Main", "StartArchive")) {
                String entry = "org/tipstats/start/boot/" + name + ".class";
                jar.putNextEntry(new JarEntry(entry));
                jar.write(Files.readAllBytes(Compiled.CLASSES.resolve(entry)));
            }
        }
    }

    Run run(Path script, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), script, arguments);
    }

    Run run(Map<String, String> settings, Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "XDG_CACHE_HOME",
                        folder.resolve("cache").toString()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(settings);
        Path errors = folder.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        return new Run(process.exitValue(), out, Files.readString(errors), process.pid());
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(home.resolve("tipstats"), arguments);
    }

    static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Signals to the script reach Java, because the script becomes Java. */
    static void assertReturnsMemoryAndReplacesTheShell(Run service) {
        for (String expected : List.of(
                "-XX:MaxRAMPercentage=50 ",
                "-XX:+ExitOnOutOfMemoryError ",
                "-Xms64m ",
                "-XX:MaxHeapFreeRatio=30 ",
                "-XX:G1PeriodicGCInterval=60000 ",
                "-XX:Tier4InvocationThreshold=20000 ",
                "-XX:FreqInlineSize=100 ",
                "process " + service.process() + "\n",
                "arenas 2\n")) {
            assertTrue(service.out().contains(expected), service.out());
        }
    }
}
