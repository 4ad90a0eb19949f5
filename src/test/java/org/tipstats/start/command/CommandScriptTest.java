package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The script beside the program, with a small program in the place of TIPstats. */
@Execution(ExecutionMode.CONCURRENT)
class CommandScriptTest {

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

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    private Path home;

    private record Run(int code, String out, String errors, long process) {}

    @BeforeAll
    static void compile() throws IOException {
        compile("Main", PROGRAM);
        compile("StartArchive", MAKER);
    }

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("the program"));
        Files.copy(SCRIPT, home.resolve("tipstats"));
        jar(Files.createDirectories(home.resolve("app")).resolve("tipstats.jar"), "");
        jar(home.resolve("quarkus-run.jar"), "Main-Class: org.tipstats.start.boot.Main\n");
        Files.createDirectories(home.resolve("lib/main"));
    }

    private static void compile(String name, String text) throws IOException {
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
                jar.write(Files.readAllBytes(classes.resolve(entry)));
            }
        }
    }

    private Run run(Path script, String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), script, arguments);
    }

    private Run run(Map<String, String> settings, Path script, String... arguments)
            throws IOException, InterruptedException {
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

    private Run run(String... arguments) throws IOException, InterruptedException {
        return run(home.resolve("tipstats"), arguments);
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theFirstRunMakesAnArchiveThatTheNextOnesUse() throws IOException, InterruptedException {
        Run first = run("validate", "1", "a file.csv");
        assertTrue(first.out().startsWith("validate|1|a file.csv\n"), first.out());
        assertEquals(1, first.code());
        assertEquals("", first.errors());
        List<Path> made = archives(home.resolve("archive"));
        assertEquals(1, made.size(), made.toString());

        Run second = run("validate", "0");
        assertTrue(second.out().contains("-XX:SharedArchiveFile=" + made.get(0)), second.out());
        assertTrue(second.out().contains("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"), second.out());
        assertEquals(0, second.code());
        assertEquals(made, archives(home.resolve("archive")));
    }

    @Test
    void anArchiveThatDoesNotFitIsIgnored() throws IOException, InterruptedException {
        run("validate", "0");
        Path archive = archives(home.resolve("archive")).get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        Run spoilt = run("validate", "0", "x");
        assertTrue(spoilt.out().startsWith("validate|0|x\n"), spoilt.out());
        assertEquals("", spoilt.errors());
        assertEquals(0, spoilt.code());

        byte[] jar = Files.readAllBytes(home.resolve("quarkus-run.jar"));
        Files.write(home.resolve("app/tipstats.jar"), jar);
        assertEquals(0, run("validate", "0").code());
        List<Path> anew = archives(home.resolve("archive"));
        assertEquals(1, anew.size());
        assertFalse(anew.contains(archive));
    }

    @Test
    void aFailedCommandLeavesNoArchive() throws IOException, InterruptedException {
        assertEquals(3, run("validate", "3").code());
        assertEquals(List.of(), archives(home.resolve("archive")));
    }

    @Test
    void withoutACommandTheServiceStarts() throws IOException, InterruptedException {
        Run service = run();
        assertEquals(0, service.code());
        assertFalse(service.out().contains("Archive"), service.out());
        assertFalse(Files.exists(home.resolve("archive")));
        assertEquals("", service.errors());
        assertReturnsMemoryAndReplacesTheShell(service);
    }

    /** Signals to the script reach Java, because the script becomes Java. */
    private static void assertReturnsMemoryAndReplacesTheShell(Run service) {
        for (String expected : List.of(
                "-XX:MaxRAMPercentage=50 ",
                "-XX:+ExitOnOutOfMemoryError ",
                "-Xms64m ",
                "-XX:MaxHeapFreeRatio=30 ",
                "-XX:G1PeriodicGCInterval=60000 ",
                "-XX:Tier4InvocationThreshold=20000 ",
                "process " + service.process() + "\n",
                "arenas 2\n")) {
            assertTrue(service.out().contains(expected), service.out());
        }
    }

    @Test
    void theServiceKeepsTheOptionsOfItsUser() throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of("JDK_JAVA_OPTIONS", "-Xmx300m", "MALLOC_ARENA_MAX", "4", "TIPSTATS_HEAP_PERCENT", "30");
        String out = run(settings, home.resolve("tipstats")).out();
        assertTrue(out.contains("-Xmx300m ") && out.contains("-XX:MaxRAMPercentage=30 "), out);
        assertTrue(out.contains("arenas 4\n") && out.contains("heap 300 MB\n"), out);
    }

    @Test
    void otherCommandsDoNotHaveTheLimitsOfTheService() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("TIPSTATS_HEAP_PERCENT", "1");
        for (String command : List.of("backup", "validate", "protect")) {
            String out = run(settings, home.resolve("tipstats"), command, "0").out();
            assertTrue(out.startsWith(command + "|0\n"), out);
            assertFalse(
                    out.contains("MaxRAMPercentage") || out.contains("ExitOnOutOfMemoryError") || out.contains("Tier4"),
                    out);
        }
    }

    /** A mistake must not start a service without a limit. */
    @Test
    void aWrongOptionOrPercentageIsReported() throws IOException, InterruptedException {
        Path script = home.resolve("tipstats");
        Run option = run(Map.of("JDK_JAVA_OPTIONS", "-XX:MaxRamPercentage=50"), script);
        assertEquals(1, option.code());
        assertTrue((option.out() + option.errors()).contains("MaxRamPercentage"), option.out() + option.errors());
        Run percentage = run(Map.of("TIPSTATS_HEAP_PERCENT", "half"), script);
        assertEquals(1, percentage.code());
        assertTrue((percentage.out() + percentage.errors()).contains("MaxRAMPercentage=half"), percentage.errors());
    }

    @Test
    void theServiceUsesTheArchiveThatIsMadeForItAndNoOther() throws IOException, InterruptedException {
        Run making = run("make-archive");
        assertEquals(0, making.code(), making.errors());
        Path archive = Path.of(making.out().strip());
        assertEquals(List.of(archive), archives(home.resolve("archive")));

        Run service = run();
        assertEquals(0, service.code());
        assertEquals("", service.errors());
        assertTrue(service.out().contains("-XX:SharedArchiveFile=" + archive), service.out());
        assertTrue(service.out().contains("-Djava.util.logging.manager="), service.out());
        assertReturnsMemoryAndReplacesTheShell(service);

        byte[] changed = Files.readAllBytes(home.resolve("quarkus-run.jar"));
        Files.write(home.resolve("app/tipstats.jar"), changed);
        assertFalse(run().out().contains("Archive"));
        Path next = Path.of(run("make-archive").out().strip());
        assertEquals(List.of(next), archives(home.resolve("archive")));
        assertFalse(next.equals(archive));
    }

    @Test
    void theArchiveFitsAtAnyTimeAndInAnyTimeZoneAndLanguage() throws IOException, InterruptedException {
        Path script = home.resolve("tipstats");
        for (String name : List.of("a.b.jar", "a-b.jar", "A.jar", "b.jar")) {
            Files.copy(home.resolve("quarkus-run.jar"), home.resolve("lib/main/" + name));
        }
        // Half a year after a file has changed, "ls" says so in another form.
        Path jar = home.resolve("lib/main/b.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() - 182L * 24 * 60 * 60 * 1000));
        Run making = run(Map.of("TZ", "UTC", "LC_ALL", "C"), script, "make-archive");
        assertEquals(0, making.code(), making.errors());
        for (Map<String, String> settings : List.of(
                Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C"),
                Map.of("TZ", "UTC", "LC_ALL", "en_US.UTF-8"),
                Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"))) {
            String out = run(settings, script).out();
            assertTrue(out.contains("-XX:SharedArchiveFile=" + making.out().strip()), settings + out);
        }
    }

    @Test
    void theUserOfTheServiceMayReadTheArchiveButNotWriteIt() throws IOException, InterruptedException {
        Path archives = Files.createDirectories(home.resolve("archive/new-1/of a killed run"))
                .getParent()
                .getParent();
        Files.setPosixFilePermissions(archives, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path strict = Files.writeString(
                folder.resolve("strict"), "umask 077; exec sh '" + home.resolve("tipstats") + "' \"$@\"");
        Path archive = Path.of(run(strict, "make-archive").out().strip());
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(archives)));
        assertEquals(List.of(archive), archives(archives));
    }

    @Test
    void theMakerOfTheArchiveHasNoArguments() throws IOException, InterruptedException {
        Run refused = run("make-archive", "--help");
        assertEquals(2, refused.code());
        assertEquals("Usage: tipstats make-archive\n", refused.errors());
        assertFalse(Files.exists(home.resolve("archive")));
    }

    @Test
    void anArchiveThatCannotBeMadeIsAFailure() throws IOException, InterruptedException {
        Files.writeString(home.resolve("archive"), "This is no folder.");
        Run failed = run("make-archive");
        assertEquals(3, failed.code());
        assertFalse(Files.exists(folder.resolve("cache")));
    }

    @Test
    void longCommandsAndThoseThatChangeSomethingReplaceTheShell() throws IOException, InterruptedException {
        for (String command : List.of("backup", "restore", "emergency-token", "export-site", "protect")) {
            Run run = run(command, "0");
            assertTrue(run.out().startsWith(command + "|0\n"), run.out());
            assertFalse(run.out().contains("Archive"), run.out());
        }
        assertFalse(Files.exists(home.resolve("archive")));
    }

    @Test
    void largeFilesAndOtherCommandsGetTheWholeCompiler() throws IOException, InterruptedException {
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[2_000_001]);
        assertFalse(run("validate", "0", large.toString()).out().contains("TieredStopAtLevel"));
        assertFalse(run("protect", "0").out().contains("TieredStopAtLevel"));
        assertTrue(run("validate", "0").out().contains("TieredStopAtLevel"));
    }

    @Test
    void aLinkToTheScriptFindsTheProgramAndAFolderThatIsNoneIsReplacedByTheCache()
            throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("the program/tipstats"));
        Files.writeString(home.resolve("archive"), "This is no folder.");
        assertTrue(run(link, "validate", "0").out().startsWith("validate|0\n"));
        assertEquals(1, archives(folder.resolve("cache/tipstats")).size());
    }
}
