package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive of the service must not have, and what the service that is started for it must not see. */
class StartArchiveTest {

    /** A service that writes what it sees, and ends. */
    private static final String SERVICE = """
            package org.tipstats.start.boot;

            public class Main {
                public static void main(String... arguments) throws java.io.IOException {
                    var seen = new java.util.TreeSet<>(System.getenv().keySet());
                    seen.add("place " + java.nio.file.Path.of("").toAbsolutePath().getFileName().toString().substring(0, 4));
                    System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("tipstats"))
                            .forEach(name -> seen.add(name + "=" + System.getProperty(name)));
                    var file = java.nio.file.Path.of(System.getProperty("java.class.path").split(":")[0], "seen");
                    java.nio.file.Files.writeString(file, String.join(" ", seen));
                }
            }
            """;

    @TempDir
    private Path folder;

    private static Path classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The service must not find the database of the caller. Making the archive fails, because the service ends. */
    @Test
    void theServiceSeesNothingOfTheCallerAndAFailureLeavesNothing()
            throws IOException, InterruptedException, URISyntaxException {
        Path source = Files.writeString(folder.resolve("Main.java"), SERVICE);
        Path service = Files.createDirectory(folder.resolve("service"));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", service.toString(), source.toString()));
        Path archives = Files.createDirectory(folder.resolve("archive"));
        Path log = folder.resolve("log");
        String path = Stream.of(service, classes(StartArchive.class), classes(Logger.class))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        ProcessBuilder making = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                path,
                StartArchive.class.getName(),
                archives.resolve("service.jsa").toString(),
                "-Dtipstats.option=1");
        making.environment().keySet().retainAll(Set.of("PATH"));
        making.environment()
                .putAll(Map.of(
                        "TIPSTATS_DATABASE_URL", "jdbc:postgresql://db.example.org/tipstats",
                        "_TIPSTATS_DEMO", "true",
                        "SMALLRYE_CONFIG_LOCATIONS", "/etc/tipstats",
                        "JDK_JAVA_OPTIONS", "-Dtipstats.database.url=jdbc:postgresql://db.example.org/tipstats"));
        Process process = making.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(folder.toFile())
                .start();
        assertEquals(1, process.waitFor(), Files.readString(log));
        assertTrue(Files.readString(log).contains("The service does not start:"), Files.readString(log));
        assertEquals(
                "PATH QUARKUS_HTTP_PORT QUARKUS_MANAGEMENT_PORT TIPSTATS_ALLOW_ROOT TIPSTATS_DEMO TIPSTATS_HOME"
                        + " place new- tipstats.option=1",
                Files.readString(service.resolve("seen")));
        try (Stream<Path> left = Files.list(archives)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void classesWithVersionsForNewerJavaStayOut() throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of(
                    "META-INF/versions/11/a/Only.class",
                    "META-INF/versions/17/a/Both$Inner.class",
                    "META-INF/versions/17/a/text.txt",
                    "a/Both$Inner.class",
                    "a/Plain.class")) {
                entries.putNextEntry(new JarEntry(name));
            }
        }
        Set<String> versioned = StartArchive.versioned(List.of(jar));
        assertEquals(Set.of("a/Only", "a/Both$Inner"), versioned);

        List<String> lines = List.of(
                "a/Plain id: 7",
                "a/Only id: 8",
                "a/OnlyOne",
                "@lambda-proxy a/Both$Inner run ()V",
                "@lambda-proxy a/Plain run ()V");
        assertEquals(
                List.of("a/Plain id: 7", "a/OnlyOne", "@lambda-proxy a/Plain run ()V"),
                StartArchive.withoutVersions(lines, versioned));
    }
}
