package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The data folder of an embedded server. The first start creates the folder in one step, with one database owned by one
 * role. The role has a random password and no other rights. The superuser cannot log in.
 */
final class PostgresCluster {
    static final String DATABASE = "tipstats";
    static final String ROLE = "tipstats";

    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);
    private static final String PART = "data-new-";
    private static final String ACCESS = "host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, ROLE);

    private final PostgresSettings settings;
    private final PostgresRunner runner;

    PostgresCluster(PostgresSettings settings, PostgresRunner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    /**
     * Prepares the data folder so that a server can start with this folder.
     *
     * @return the password of the role that owns the database
     */
    String prepare() throws IOException {
        FolderTree.deleteLeftovers(settings.folder(), PART);
        Optional<String> known = readPassword();
        String password = known.isPresent() ? known.get() : writeNewPassword();
        if (Files.notExists(settings.data())) {
            create(password);
        } else {
            runner.own(settings.data());
            if (known.isEmpty()) {
                LOG.warnf("The password file %s was missing: the role has a new password.", settings.password());
                execute(settings.data(), "ALTER ROLE %s PASSWORD '%s'%n".formatted(ROLE, password));
            }
        }
        return password;
    }

    private void create(String password) throws IOException {
        Path part = Files.createTempDirectory(settings.folder(), PART);
        try {
            runner.own(part);
            List<String> arguments = new ArrayList<>(List.of(
                    "-D", part.toString(), "-U", "postgres", "-A", "reject", "-E", "UTF8", "--no-locale", "-k"));
            if (!settings.durable()) {
                arguments.add("--no-sync");
            }
            runner.run("initdb", "", arguments);
            execute(
                    part,
                    "CREATE ROLE %s LOGIN PASSWORD '%s'%n".formatted(ROLE, password)
                            + "CREATE DATABASE %s OWNER %s%n".formatted(DATABASE, ROLE));
            Files.writeString(part.resolve("pg_hba.conf"), ACCESS);
            Files.move(part, settings.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FolderTree.delete(part);
            throw e;
        }
    }

    /** Executes SQL statements without a server, one statement per line. */
    private void execute(Path data, String statements) throws IOException {
        runner.run(
                "postgres",
                statements,
                List.of("--single", "-D", data.toString(), "-c", "exit_on_error=on", "postgres"));
    }

    private Optional<String> readPassword() throws IOException {
        try {
            return Optional.of(Files.readString(settings.password()).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private String writeNewPassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        // Only the owner can read a temporary file.
        Path part = Files.createTempFile(settings.folder(), PART, "");
        Files.writeString(part, password);
        Files.move(part, settings.password(), StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Stops a database server that an earlier run of the service has left running. */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = PostmasterFile.read(settings.data()).flatMap(PostmasterFile::server);
        if (orphan.isPresent()) {
            LOG.infof(
                    "Stopping a database server that an earlier run left behind (process %d).",
                    orphan.get().pid());
            stop(orphan.get());
        }
    }

    /** Stops the server that uses this data: in an orderly way if possible, otherwise by force. */
    void stop(ProcessHandle server) throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            try {
                runner.run("pg_ctl", "", List.of("stop", "-D", settings.data().toString(), "-m", mode, "-t", "30"));
            } catch (IOException e) {
                LOG.debugf("pg_ctl stop -m %s: %s", mode, e.getMessage());
            }
            if (ended(server)) {
                return;
            }
        }
        server.destroyForcibly();
        if (!ended(server)) {
            throw new StartRefusedException("The database server (process %d) on %s does not stop. Stop it by hand."
                    .formatted(server.pid(), settings.data()));
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /**
     * The file {@code postmaster.pid}, in which a running server records its process and its state. A killed server
     * leaves the file behind. The process number in the file may then belong to any process, even to the service or to
     * the next server.
     *
     * @param pid the server's process number
     * @param data the data folder, as written on the server's command line
     * @param readyOn the port on which the server accepts connections; empty if the server accepts no connections now
     */
    record PostmasterFile(long pid, String data, Optional<Integer> readyOn) {
        private static final int PID = 0;
        private static final int DATA = 1;
        private static final int PORT = 3;
        private static final int STATUS = 7;

        /** Reads the file in a data folder. Returns empty if the file is absent or not yet complete. */
        static Optional<PostmasterFile> read(Path data) throws IOException {
            try {
                List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
                if (lines.size() <= DATA) {
                    return Optional.empty();
                }
                boolean ready =
                        lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
                return Optional.of(new PostmasterFile(
                        Long.parseLong(lines.get(PID).strip()),
                        lines.get(DATA),
                        ready ? Optional.of(Integer.valueOf(lines.get(PORT).strip())) : Optional.empty()));
            } catch (NoSuchFileException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** Returns the server process that wrote the file; empty if this process has ended or cannot be recognized. */
        Optional<ProcessHandle> server() {
            return process().filter(process -> process.info().command().isPresent() && !isOther(process.info()));
        }

        /**
         * Checks whether the server that wrote the file has ended: no process has the number in the file, or the
         * process with this number certainly did not write the file.
         */
        boolean isStale() {
            return process().map(process -> isOther(process.info())).orElse(true);
        }

        private Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        }

        private boolean isOther(ProcessHandle.Info info) {
            boolean otherProgram = info.command()
                    .map(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                    .orElse(false);
            boolean otherData = info.arguments()
                    .map(arguments -> !Arrays.asList(arguments).contains(data))
                    .orElse(false);
            return otherProgram || otherData;
        }
    }
}
