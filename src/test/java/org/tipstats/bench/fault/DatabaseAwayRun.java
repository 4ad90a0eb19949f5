package org.tipstats.bench.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;
import org.tipstats.bench.speed.Service;
import org.tipstats.start.postgres.StoppableServer;
import org.tipstats.start.postgres.TestServers;

/**
 * Takes the database away from the built service: stopped, frozen, restarted, without free connections, and away at the start. While
 * it is away, each answer must be there within two seconds, also to requests in work at that moment, and be right or 503 with
 * {@code Retry-After}; the service must be ready again within two seconds, unaided, and nothing may be lost, doubled or half.
 */
public final class DatabaseAwayRun implements ServedWork {

    private static final long LIMIT = 2_000;
    private static final int SECONDS_AWAY = 14;
    private static final int WARM = 30;
    private static final String[] JVM = {"-Xmx512m"};

    private final Path folder;
    private final StoppableServer database;
    private final Ledger ledger = new Ledger();
    private final RecordingClient client = new RecordingClient(this, ledger);
    private final List<String> faults = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Service service;
    private Accounts accounts;

    private DatabaseAwayRun(Path folder, StoppableServer database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Runs all kinds and prints what happened.
     *
     * @throws IllegalStateException if an answer was late or wrong, or something is lost, doubled or half
     */
    public static void run(Path folder) throws Exception {
        try (StoppableServer database = StoppableServer.start(TestServers.newFolder())) {
            DatabaseAwayRun run = new DatabaseAwayRun(folder, database);
            try {
                run.work();
            } finally {
                run.threads.shutdownNow();
                if (run.service != null) {
                    run.service.close();
                }
            }
            run.faults.forEach(System.out::println);
            System.out.printf("%d faults%n", run.faults.size());
            if (!run.faults.isEmpty()) {
                throw new IllegalStateException("an answer was late or wrong, or something is lost, doubled or half");
            }
        }
    }

    private interface Step {
        void go() throws Exception;
    }

    private interface Question {
        HttpResponse<String> ask() throws Exception;
    }

    private void work() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Map<String, String> settings = new HashMap<>(RollingUpgrade.settings(database.address()));
        // The release would be printed in six languages just then, which keeps both processors busy.
        settings.put("TIPSTATS_PRINTS_EVERY", "off");
        service = Service.start(home, settings, JVM);
        accounts = Accounts.open(service, home);
        Sent accepted = client.sent();
        client.accept(accepted);
        Made made = ledger.make("first", List.of());
        if (client.draft("first", made) != 201 || client.publish("first", made) != 200) {
            throw new IllegalStateException("the first release takes too long on this machine");
        }

        for (int i = 0; i < WARM; i++) {
            askers(new Answers(), System.nanoTime()).forEach(CompletableFuture::join);
        }
        away("stopped", database::stop, database::start);
        // The first time, the service loads the code for its refusals.
        away("stopped again", database::stop, database::start);
        away("frozen", database::freeze, database::thaw);
        away(
                "restarted",
                () -> {
                    database.stop();
                    database.start();
                },
                () -> {});
        List<Connection> taken = new ArrayList<>();
        away("without free connections", () -> takeAll(taken), () -> giveBack(taken));
        awayAtStart(home, settings);
    }

    /** Asks all the time from a second before the database is away, so that some requests are in work at that moment. */
    private void away(String name, Step take, Step giveBack) throws Exception {
        Answers answers = new Answers();
        List<CompletableFuture<Void>> askers =
                askers(answers, System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_AWAY));
        TimeUnit.SECONDS.sleep(1);
        take.go();
        askers.forEach(CompletableFuture::join);
        giveBack.go();
        long back = ready();
        if (back > LIMIT) {
            faults.add(name + ": ready after " + back + " ms");
        }
        client.sent();
        faults.addAll(ledger.faults(this));
        answers.faults.forEach(fault -> faults.add(name + ": " + fault));
        System.out.printf("%s: %s, longest %d ms, ready after %d ms%n", name, answers.counts, answers.longest, back);
    }

    /** Asks for all kinds of things at the same time: each once, and again until the end. */
    private List<CompletableFuture<Void>> askers(Answers answers, long end) {
        return List.of(
                answers.asking("a page", end, () -> service.get("/en/releases")),
                answers.asking("figures", end, () -> service.get("/api/v1/data/VICTIMS?REF_AREA=AUT")),
                answers.asking("files", end, () -> service.get("/api/v1/submissions", accounts.reviewer())),
                answers.asking("an upload", end, this::upload),
                answers.asking("readiness", end, () -> service.get("/q/health/ready")));
    }

    private HttpResponse<String> upload() throws IOException {
        Sent sent = client.file();
        client.upload(sent);
        if (client.lastAnswer() == null) {
            throw new IOException("no answer to an upload");
        }
        return client.lastAnswer();
    }

    /** What was answered while the database was away. */
    private final class Answers {

        private final Map<String, Integer> counts = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();
        private long longest;

        private CompletableFuture<Void> asking(String name, long end, Question question) {
            return CompletableFuture.runAsync(
                    () -> {
                        while (System.nanoTime() < end) {
                            try {
                                ask(name, question);
                                TimeUnit.MILLISECONDS.sleep(20);
                            } catch (Exception e) {
                                throw new IllegalStateException(name + " has no answer", e);
                            }
                        }
                    },
                    threads);
        }

        private void ask(String name, Question question) throws Exception {
            long begun = System.nanoTime();
            HttpResponse<String> answer = question.ask();
            note(name, answer, (System.nanoTime() - begun) / 1_000_000);
        }

        private synchronized void note(String name, HttpResponse<String> answer, long took) {
            longest = Math.max(longest, took);
            int status = answer.statusCode();
            counts.merge(name + " " + status, 1, Integer::sum);
            boolean told = status == 503
                    && (name.equals("readiness")
                            || answer.headers().firstValue("Retry-After").isPresent());
            if (status / 100 != 2 && !told) {
                faults.add(name + " is answered with " + status);
            }
            if (took > LIMIT) {
                faults.add(name + " is answered after " + took + " ms");
            }
        }
    }

    /** Returns after how many milliseconds the service is ready. */
    private long ready() throws Exception {
        long begun = System.nanoTime();
        while (service.get("/q/health/ready").statusCode() != 200) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** Ends the connections of the service, and takes all that there are. */
    private void takeAll(List<Connection> taken) throws SQLException {
        String end = "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and usename = current_user and application_name <> 'taken'";
        try {
            while (true) {
                taken.add(TestServers.connect(database.address()));
                taken.get(taken.size() - 1).setClientInfo("ApplicationName", "taken");
                TestServers.rows(taken.get(0).createStatement(), end);
            }
        } catch (SQLException e) {
            // There is no other connection.
            System.out.println(taken.size() + " connections taken: " + e.getMessage());
        }
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (Connection each : taken) {
            each.close();
        }
    }

    private void awayAtStart(Path home, Map<String, String> settings) throws Exception {
        service.close();
        database.stop();
        CompletableFuture<Service> starting = CompletableFuture.supplyAsync(() -> {
            try {
                return Service.start(home, settings, JVM);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        TimeUnit.SECONDS.sleep(2 * SECONDS_AWAY);
        if (starting.isDone()) {
            faults.add("the service is ready without its database");
        }
        database.start();
        long begun = System.nanoTime();
        service = starting.get(6, TimeUnit.MINUTES);
        System.out.printf("away at the start: ready after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        faults.addAll(ledger.faults(this));
    }

    @Override
    public Service now() {
        return service;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }
}
