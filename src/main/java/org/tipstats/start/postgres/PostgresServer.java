package org.tipstats.start.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.tipstats.platform.storage.OwnerOnly;
import org.tipstats.start.postgres.PostgresCluster.PostmasterFile;

/**
 * A PostgreSQL server that belongs to the service, on the loopback address and a random port. The server ends with the
 * service, even if the service is killed. On a system that cannot end a server in this way, the next start with the
 * same folder stops the old server.
 */
public final class PostgresServer implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    /** The time in which the processes of a killed server must end. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int POLL_MILLIS = 10;
    private static final long LOG_SIZE = 10_000_000;
    private static final int LOG_TAIL = 4_000;

    private final PostgresSettings settings;
    private final PostgresRunner runner;
    private final PostgresCluster cluster;
    private final FolderLock lock;
    private final Consumer<String> onDeath;
    private DatabaseLogins logins;
    private Process process;
    private volatile boolean serving;

    private PostgresServer(
            PostgresSettings settings, PostgresRunner runner, FolderLock lock, Consumer<String> onDeath) {
        this.settings = settings;
        this.runner = runner;
        this.cluster = new PostgresCluster(settings, runner);
        this.lock = lock;
        this.onDeath = onDeath;
    }

    /**
     * Starts a server. Before the start, unpacks the programs and creates the data if they are missing.
     *
     * @param onDeath receives a message, on another thread, if the server ends unexpectedly
     * @throws StartRefusedException if the server cannot start on this machine; the message gives the reason
     */
    public static PostgresServer start(PostgresSettings settings, Consumer<String> onDeath) {
        try {
            FolderTree.create(settings.folder());
            FolderLock lock = FolderLock.take(settings.lock());
            try {
                PostgresRunner runner = PostgresRunner.find(PostgresBinaries.in(settings.binaries()));
                PostgresServer server = new PostgresServer(settings, runner, lock, onDeath);
                server.start();
                return server;
            } catch (IOException | RuntimeException e) {
                lock.release();
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The embedded database in %s could not be started: %s".formatted(settings.folder(), e), e);
        }
    }

    /**
     * Returns the address of the server that a running service has started on this folder, for the role that owns the
     * tables; empty if no server runs or it accepts no connections now.
     */
    public static Optional<DatabaseAddress> running(PostgresSettings settings) {
        try {
            Optional<PostmasterFile> file = PostmasterFile.read(settings.data());
            boolean alive = file.flatMap(PostmasterFile::server).isPresent();
            return alive && file.get().readyOn().isPresent()
                    ? Optional.of(RolePasswords.address(
                            file.get().readyOn().get(),
                            PostgresCluster.OWNER,
                            Files.readString(settings.password()).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StartRefusedException("The folder %s cannot be read: %s".formatted(settings.folder(), e), e);
        }
    }

    /**
     * Checks that the folder has a database.
     *
     * @throws StartRefusedException if it has none
     */
    public static void requireData(PostgresSettings settings) {
        if (Files.notExists(settings.data())) {
            throw new StartRefusedException(
                    "There is no database in %s. Set TIPSTATS_HOME to the home folder of the service."
                            .formatted(settings.folder()));
        }
    }

    private void start() throws IOException {
        cluster.stopOrphan();
        RolePasswords passwords = cluster.prepare();
        rotateLog();
        OwnerOnly.file(settings.log());
        String said = "";
        long begun = System.nanoTime();
        for (int attempt = 1; attempt <= ATTEMPTS || isOccupied(said) && isPatient(begun); attempt++) {
            long logged = Files.size(settings.log());
            int port = freePort();
            launch(port);
            if (becomesReady(port)) {
                logins = passwords.logins(port);
                serving = true;
                if (process.isAlive()) {
                    return;
                }
                serving = false;
            }
            // Another program may have taken the port meanwhile, so the loop tries another port.
            said = logFrom(logged);
        }
        throw new StartRefusedException(
                "The embedded database in %s did not start. It said:%n%s".formatted(settings.folder(), said));
    }

    /** Returns whether processes of a killed server still use the data. These processes end by themselves. */
    private static boolean isOccupied(String said) {
        return said.contains("is still in use");
    }

    private static boolean isPatient(long begun) {
        LockSupport.parkNanos(PAUSE_NANOS);
        return System.nanoTime() - begun < PATIENCE_NANOS;
    }

    private void launch(int port) throws IOException {
        ProcessBuilder command = runner.command("postgres", settings.serverArguments(port));
        command.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(settings.log().toFile()));
        // An old file may name a process that is no server. The variable makes the new server accept such a file: it
        // takes the process with this number for the command that started it.
        PostmasterFile.read(settings.data())
                .filter(PostmasterFile::isStale)
                .ifPresent(file -> command.environment().put("PG_GRANDPARENT_PID", Long.toString(file.pid())));
        process = SupervisedProcess.start(command, this::ended);
    }

    private void ended(int exitCode) {
        if (serving) {
            onDeath.accept("The embedded database ended by itself (exit code %d); its log is %s."
                    .formatted(exitCode, settings.log()));
        }
    }

    private boolean becomesReady(int port) throws IOException {
        try {
            do {
                Optional<PostmasterFile> file = PostmasterFile.read(settings.data());
                if (file.isPresent()
                        && file.get().readyOn().equals(Optional.of(port))
                        && started(file.get().pid())) {
                    return true;
                }
            } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
            return false;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /**
     * Returns whether the number belongs to the process that this object started, or to a descendant of this process.
     * The server is a descendant if a login command started it.
     */
    private boolean started(long pid) {
        return process.pid() == pid || process.descendants().anyMatch(descendant -> descendant.pid() == pid);
    }

    private void rotateLog() throws IOException {
        if (Files.exists(settings.log()) && Files.size(settings.log()) > LOG_SIZE) {
            Path former = settings.log().resolveSibling(settings.log().getFileName() + ".1");
            Files.move(settings.log(), former, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String logFrom(long position) throws IOException {
        try (FileChannel channel = FileChannel.open(settings.log())) {
            ByteBuffer text = ByteBuffer.allocate((int) Math.min(channel.size() - position, LOG_TAIL));
            channel.read(text, channel.size() - text.capacity());
            return new String(text.array(), StandardCharsets.UTF_8).strip();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    public DatabaseLogins logins() {
        return logins;
    }

    /** Returns the address for the role that owns the tables. */
    public DatabaseAddress address() {
        return logins.owner();
    }

    /** Stops the server and waits until it has ended. Open connections are cut; committed data are safe. */
    @Override
    public synchronized void close() {
        serving = false;
        try {
            if (process.isAlive()) {
                cluster.stop(process.toHandle());
            }
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a process on a new thread. This thread then waits until the process ends. Otherwise the system would end
     * the process too early: it signals the death of a parent when the thread ends that started the process.
     */
    static final class SupervisedProcess {
        private SupervisedProcess() {}

        /**
         * Starts a process.
         *
         * @param onExit receives the exit code when the process ends, for any reason
         */
        static Process start(ProcessBuilder command, IntConsumer onExit) throws IOException {
            CompletableFuture<Process> started = new CompletableFuture<>();
            Thread thread = new Thread(() -> supervise(command, started, onExit), "database-supervisor");
            thread.setDaemon(true);
            thread.start();
            try {
                return started.join();
            } catch (CompletionException e) {
                throw new IOException(e.getCause().getMessage(), e.getCause());
            }
        }

        private static void supervise(ProcessBuilder command, CompletableFuture<Process> started, IntConsumer onExit) {
            Process process;
            try {
                process = command.start();
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
                return;
            }
            started.complete(process);
            onExit.accept(process.onExit().join().exitValue());
        }
    }
}
