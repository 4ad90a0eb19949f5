package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The data folder of an embedded server. The first start creates the folder in one step, with one database and two
 * roles (decision 97): one owns the database, the other only connects to it. Both have random passwords and no other
 * rights. The superuser cannot log in. A folder of version 1.0 has the first role only; the next start adds the second.
 */
record PostgresCluster(PostgresSettings settings, PostgresRunner runner) {
    static final String DATABASE = "tipstats";
    static final String OWNER = "tipstats";
    static final String SERVICE = "tipstats_service";

    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);
    private static final String PART = "data-new-";
    private static final String ACCESS_FILE = "pg_hba.conf";
    private static final String ACCESS =
            "host %s %s,%s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, OWNER, SERVICE);

    /** Prepares the data folder so that a server can start with this folder. */
    RolePasswords prepare() throws IOException {
        FolderTree.deleteLeftovers(settings.folder(), PART);
        Optional<String> owner = RolePasswords.read(settings.password());
        Optional<String> service = RolePasswords.read(settings.servicePassword());
        RolePasswords passwords =
                new RolePasswords(owner.orElseGet(RolePasswords::random), service.orElseGet(RolePasswords::random));
        if (Files.notExists(settings.data())) {
            passwords.write(settings, PART);
            create(passwords);
        } else {
            runner.own(settings.data());
            Files.writeString(settings.data().resolve(ACCESS_FILE), ACCESS);
            if (owner.isEmpty()) {
                LOG.warnf("The password file %s was missing: the role has a new password.", settings.password());
                execute(settings.data(), true, "ALTER ROLE %s PASSWORD '%s'%n".formatted(OWNER, passwords.owner()));
            }
            if (service.isEmpty()) {
                LOG.infof("The role of the service gets a new password, in %s.", settings.servicePassword());
                execute(settings.data(), true, serviceRole(passwords));
            }
            // Writes the passwords last, so that the next start repeats a start that was killed before.
            passwords.write(settings, PART);
        }
        return passwords;
    }

    /**
     * Returns the statements that create the role of the service if it is missing, set its password, and let only it
     * and the owner connect.
     */
    private static String serviceRole(RolePasswords passwords) {
        return """
                DO $$BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF; END$$
                ALTER ROLE %1$s LOGIN PASSWORD '%2$s'
                REVOKE ALL ON DATABASE %3$s FROM PUBLIC
                GRANT CONNECT ON DATABASE %3$s TO %1$s
                """.formatted(SERVICE, passwords.service(), DATABASE);
    }

    private void create(RolePasswords passwords) throws IOException {
        Path part = Files.createTempDirectory(settings.folder(), PART);
        try {
            runner.own(part);
            List<String> create = List.of(
                    "-D", part.toString(), "-U", "postgres", "-A", "reject", "-E", "UTF8", "--no-locale", "-k", "-N");
            runner.run("initdb", "", create);
            execute(
                    part,
                    false,
                    "CREATE ROLE %s LOGIN PASSWORD '%s'%n".formatted(OWNER, passwords.owner())
                            + "CREATE DATABASE %s OWNER %s%n".formatted(DATABASE, OWNER)
                            + serviceRole(passwords));
            Files.writeString(part.resolve(ACCESS_FILE), ACCESS);
            if (settings.durable()) {
                // Writes the files of all steps above to the disk at once. After each step, this would take longer.
                runner.run("initdb", "", List.of("-D", part.toString(), "--sync-only"));
            }
            Files.move(part, settings.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FolderTree.delete(part);
            throw e;
        }
    }

    /**
     * Executes SQL statements without a server, one statement per line.
     *
     * @param durable whether the effect of the statements survives a power cut
     */
    private void execute(Path data, boolean durable, String statements) throws IOException {
        String fsync = "fsync=" + (durable ? "on" : "off");
        runner.run(
                "postgres",
                statements,
                List.of("--single", "-D", data.toString(), "-c", fsync, "-c", "exit_on_error=on", "postgres"));
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
         * Returns whether the server that wrote the file has ended: no process has the number in the file, or the
         * process with this number certainly did not write the file.
         */
        boolean isStale() {
            return process().map(process -> isOther(process.info())).orElse(true);
        }

        private Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isDefunct(process));
        }

        /**
         * Returns whether a process has ended but still has its number, because the parent process has not yet read the
         * exit code.
         */
        private static boolean isDefunct(ProcessHandle process) {
            try {
                // The state follows the name of the program, which may have spaces and brackets.
                String state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
                return state.startsWith("Z", state.lastIndexOf(')') + 2);
            } catch (IOException e) {
                // Other systems have no such file.
                return false;
            }
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
