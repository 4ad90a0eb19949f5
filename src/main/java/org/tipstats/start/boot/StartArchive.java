package org.tipstats.start.boot;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.tipstats.start.postgres.FolderTree;

/**
 * Makes the archive of classes with which the script {@code tipstats} starts the service (decision 128). Starts the
 * service once in an empty home to find the classes that a start needs. The script runs this program with the service's
 * class path.
 */
public final class StartArchive {

    private static final String VERSIONS = "META-INF/versions/";
    private static final int MINUTES = 10;
    private static final int PAUSE_MILLIS = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The first pages that a reader usually opens. */
    private static final List<String> PAGES = List.of("/en/", "/api/v1/releases", "/api/v1/dataflows");

    /**
     * The environment variables of the caller that the service gets, too. It gets no other variables of the caller,
     * because they could name another home, database or setting.
     */
    private static final Set<String> ENVIRONMENT =
            Set.of("HOME", "JAVA_HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TZ");

    private final Path folder;
    private final Path list;
    private final List<String> options;
    private volatile Process child;

    private StartArchive(Path folder, List<String> options) {
        this.folder = folder;
        this.list = folder.resolve("classes");
        this.options = options;
    }

    /**
     * Makes an archive. The exit code is 1 if the archive cannot be made.
     *
     * @param arguments the file of the archive, then the options of Java with which the service runs
     */
    public static void main(String... arguments) throws InterruptedException {
        try {
            Path archive = Path.of(arguments[0]).toAbsolutePath();
            Path folder = Files.createTempDirectory(archive.getParent(), "new-");
            // If this program runs as root, PostgreSQL may run as another user, who must reach its files in the folder.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            StartArchive making = new StartArchive(folder, List.of(arguments).subList(1, arguments.length));
            // At the end of this program, even by a signal, the hook stops the service and deletes the folder.
            Runtime.getRuntime().addShutdownHook(new Thread(making::clear));
            making.start();
            Files.write(making.list, withoutVersions(Files.readAllLines(making.list), versioned(classPath())));
            making.dump(archive);
            System.out.println(archive);
        } catch (IOException e) {
            System.err.println("The archive cannot be made. " + e.getMessage());
            System.exit(1);
        }
    }

    private void clear() {
        try {
            stop();
            FolderTree.delete(folder);
        } catch (IOException | InterruptedException e) {
            System.err.println("This folder is left and can be deleted: " + folder);
        }
    }

    private void stop() throws InterruptedException {
        Process running = child;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(1, TimeUnit.MINUTES)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Starts the service, requests its first pages, and stops it. Meanwhile Java writes the list of classes. */
    private void start() throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder command =
                java(List.of("-XX:DumpLoadedClassList=" + list), List.of("org.tipstats.start.boot.Main"));
        command.environment()
                .putAll(Map.of(
                        "TIPSTATS_HOME", folder.resolve("home").toString(),
                        "TIPSTATS_DEMO", "false",
                        "TIPSTATS_ALLOW_ROOT", "true",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort())));
        child = command.start();
        awaitReady(port);
        for (String page : PAGES) {
            status(port, page);
        }
        stop();
    }

    private void awaitReady(int port) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (status(port, "/q/health/ready") != 200) {
            if (child.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MINUTES)) {
                throw new IOException("The service does not start:" + System.lineSeparator() + lastLines());
            }
        }
    }

    /** Returns the status of an answer; 0 if the service does not answer. */
    private static int status(int port, String path) throws InterruptedException {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(TIMEOUT)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void dump(Path archive) throws IOException, InterruptedException {
        Path made = folder.resolve("archive");
        child = java(
                        List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + made),
                        List.of())
                .start();
        if (child.waitFor() != 0 || Files.notExists(made)) {
            throw new IOException("Java reports:" + System.lineSeparator() + lastLines());
        }
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns a command that runs Java in {@link #folder}, with the class path of this process. */
    private ProcessBuilder java(List<String> more, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /**
     * Returns the names of the classes that exist in a JAR in a second version, for newer Java. The names have the same
     * form as in the list of classes. Java 17 crashes if such a class comes from an archive while an agent or the
     * flight recorder watches the loading of classes.
     */
    static Set<String> versioned(List<Path> jars) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(VERSIONS) && name.endsWith(".class"))
                        .map(name -> name.substring(name.indexOf('/', VERSIONS.length()) + 1))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Returns the lines of a list of classes, without the lines that mention the given classes. */
    static List<String> withoutVersions(List<String> lines, Set<String> versioned) {
        return lines.stream()
                .filter(line -> Stream.of(line.split(" ")).noneMatch(versioned::contains))
                .toList();
    }
}
