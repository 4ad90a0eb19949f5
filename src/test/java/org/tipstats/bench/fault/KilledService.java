package org.tipstats.bench.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.tipstats.FreePort;
import org.tipstats.bench.speed.Service;
import org.tipstats.start.boot.TestTools;

/** The built service with its embedded database and without the demo, which is killed in several ways and started again. */
final class KilledService implements ServedWork, AutoCloseable {

    private final Path folder;
    private final Random random;
    private final Path tools;
    private final String port;
    private Service service;
    private Accounts accounts;

    /** How many died in each way. */
    private final Map<String, Integer> deaths = new java.util.TreeMap<>();

    private boolean databaseGoesOn;

    KilledService(Path folder, Random random) throws IOException {
        this.folder = folder;
        this.port = Integer.toString(FreePort.find());
        this.random = random;
        // Without setpriv, the database does not hear of the death of the service.
        this.tools = TestTools.only(folder.resolve("tools"), "unshare", "setsid", "runuser", "su", "id");
        Files.createDirectories(home());
    }

    Path home() {
        return folder.resolve("home");
    }

    Path tables() {
        return folder.resolve("tables");
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    Map<String, Integer> deaths() {
        return deaths;
    }

    @Override
    public Service now() {
        return service;
    }

    void start() throws IOException, InterruptedException {
        databaseGoesOn = random.nextBoolean();
        service = Service.start(home(), settings(databaseGoesOn), "-XX:TieredStopAtLevel=1", "-Xmx512m");
        if (accounts == null) {
            accounts = Accounts.open(service, home());
        }
    }

    private Map<String, String> settings(boolean deaf) {
        String path = deaf ? tools.toString() : System.getenv("PATH");
        return Map.of(
                "PATH", path,
                "TIPSTATS_TABLES", tables().toString(),
                "QUARKUS_HTTP_PORT", port,
                "TIPSTATS_DEMO", "false",
                "TIPSTATS_ALLOW_ROOT", "true",
                "TIPSTATS_SECOND_ADMINISTRATOR", "false",
                "TIPSTATS_RATES_REQUESTS_A_MINUTE", "1000000",
                "TIPSTATS_RATES_UPLOADS_A_MINUTE", "1000000");
    }

    /** Kills the service and perhaps its database. Either may be first. */
    void kill() throws IOException, InterruptedException {
        boolean both = random.nextInt(3) == 0;
        boolean databaseFirst = both && random.nextBoolean();
        if (databaseFirst) {
            killDatabase(home());
        }
        service.kill();
        if (both && !databaseFirst) {
            killDatabase(home());
        }
        deaths.merge(
                both ? "service and database" : databaseGoesOn ? "service, database goes on" : "service alone",
                1,
                Integer::sum);
    }

    private static void killDatabase(Path home) throws IOException, InterruptedException {
        Path file = home.resolve("database/data/postmaster.pid");
        if (Files.exists(file)) {
            String pid = Files.readAllLines(file).get(0).strip();
            new ProcessBuilder("sh", "-c", "kill -9 " + pid).start().waitFor();
        }
    }

    /** A command of the program that runs. */
    record Command(Process process, Path home) {

        /** Waits until the command ends, and returns its exit code. */
        int end() throws InterruptedException {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the command does not end");
            }
            return process.exitValue();
        }

        boolean isRunning() {
            return process.isAlive();
        }

        /** Kills the command, and perhaps the database that it started. */
        void kill(boolean both) throws IOException, InterruptedException {
            process.destroyForcibly().waitFor();
            if (both) {
                killDatabase(home);
            }
        }
    }

    /** Starts a command with a home folder. */
    Command command(Path home, String... arguments) throws IOException {
        ProcessBuilder program = Service.program(home, settings(random.nextBoolean()), "-XX:TieredStopAtLevel=1");
        program.command().addAll(List.of(arguments));
        return new Command(program.start(), home);
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }
}
