package org.tipstats.bench.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipstats.FreePort;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;
import org.tipstats.bench.speed.Service;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;
import org.tipstats.start.postgres.TestServers;

/**
 * Upgrades a service under traffic, as a proxy and two instances on one database do: an older program serves, this one starts and
 * migrates the database, both serve, then the older one leaves the rotation and stops. Nothing but 503 with Retry-After may fail,
 * and what was acknowledged must be there afterwards, once and whole.
 */
public final class RollingUpgrade implements ServedWork {

    private static final int SECONDS_OF_A_PHASE = 20;
    private static final int ACCEPTED = 202;
    private static final List<String> READ = List.of(
            "/api/v1/data/VICTIMS?REF_AREA=AUT,150",
            "/api/v1/releases",
            "/api/v1/dataflows",
            "/sdmx/v2/data/dataflow/TIPSTATS/VICTIMS/~/*?c%5BREF_AREA%5D=AUT",
            "/en/",
            "/en/areas/AUT",
            "/en/releases");

    private static final String[] JVM = {"-XX:TieredStopAtLevel=1", "-Xmx512m"};

    private enum Phase {
        OLD,
        MIGRATION,
        BOTH,
        NEW
    }

    private final Path folder;
    private final Path older;
    private final Ledger ledger = new Ledger();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final RecordingClient submitting = new RecordingClient(this, ledger);
    private final RecordingClient publishing = new RecordingClient(this, ledger);
    private volatile List<Service> rotation = List.of();
    private volatile Phase phase = Phase.OLD;
    private volatile boolean end;
    private Accounts accounts;

    private RollingUpgrade(Path folder, Path older) {
        this.folder = folder;
        this.older = older;
    }

    /**
     * Runs the upgrade and prints the answers by phase, kind of request and status.
     *
     * @param older the folder {@code quarkus-app} of the older program
     * @throws IllegalStateException if another answer failed, or something was lost, doubled or half
     */
    public static void run(Path folder, Path older) throws Exception {
        RollingUpgrade run = new RollingUpgrade(folder, older);
        PostgresSettings settings = TestServers.newFolder();
        try (PostgresServer server = TestServers.start(settings)) {
            run.upgrade(server.logins().owner());
        }
        new TreeMap<>(run.answers).forEach((kind, count) -> System.out.printf("%-40s %d%n", kind, count));
        System.out.printf(
                "%d files acknowledged, %d accepted, %d releases published, %d faults%n",
                run.ledger.acknowledged(), run.ledger.accepted(), run.ledger.published(), run.faults.size());
        run.faults.stream().limit(50).forEach(System.out::println);
        if (!run.faults.isEmpty()) {
            throw new IllegalStateException("an answer failed, or something is lost, doubled or half");
        }
    }

    @Override
    public Service now() {
        List<Service> serving = rotation;
        return serving.get(Math.floorMod(turn.getAndIncrement(), serving.size()));
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    private void upgrade(DatabaseAddress database) throws Exception {
        Path home = Files.createDirectories(folder.resolve("old/home"));
        Service old = Service.start(older, home, settings(database), JVM);
        try {
            rotation = List.of(old);
            accounts = Accounts.open(old, home);
            submitters(0);
            publishers(0);
            List<CompletableFuture<Void>> traffic =
                    List.of(begin(this::readers), begin(this::submitters), begin(this::publishers));
            pass(Phase.OLD);
            phase = Phase.MIGRATION;
            Path newHome = Files.createDirectories(folder.resolve("new/home"));
            try (Service fresh = Service.start(newHome, settings(database), JVM)) {
                rotation = List.of(old, fresh);
                pass(Phase.BOTH);
                rotation = List.of(fresh);
                pass(Phase.NEW);
                old.close();
                pass(Phase.NEW);
                end = true;
                traffic.forEach(CompletableFuture::join);
                faults.addAll(ledger.faults(this));
            }
        } finally {
            end = true;
            old.close();
        }
    }

    /** Returns the settings of an instance on a port of its own. */
    static Map<String, String> settings(DatabaseAddress database) throws IOException {
        return Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()),
                "TIPSTATS_DATABASE_URL", database.url(),
                "TIPSTATS_DATABASE_USERNAME", database.username().orElseThrow(),
                "TIPSTATS_DATABASE_PASSWORD", database.password().orElseThrow(),
                "TIPSTATS_DEMO", "false",
                "TIPSTATS_ALLOW_ROOT", "true",
                "TIPSTATS_SECOND_ADMINISTRATOR", "false",
                "TIPSTATS_RATES_REQUESTS_A_MINUTE", "1000000",
                "TIPSTATS_RATES_UPLOADS_A_MINUTE", "1000000");
    }

    private void pass(Phase now) throws InterruptedException {
        phase = now;
        TimeUnit.SECONDS.sleep(SECONDS_OF_A_PHASE);
    }

    private interface Work {
        void next(int number) throws Exception;
    }

    private CompletableFuture<Void> begin(Work work) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int number = 1; !end; number++) {
                    work.next(number);
                }
            } catch (Exception e) {
                faults.add("the traffic ended: " + e);
            }
        });
    }

    private void readers(int number) throws Exception {
        String path = READ.get(number % READ.size());
        HttpResponse<String> answer;
        try {
            answer = now().get(path);
        } catch (IOException e) {
            answer = null;
        }
        count("GET " + path, answer);
        TimeUnit.MILLISECONDS.sleep(20);
    }

    private void submitters(int number) throws Exception {
        Sent sent = submitting.file();
        repeat("upload", submitting, () -> submitting.upload(sent));
        repeat("acceptance", submitting, () -> submitting.accept(sent));
    }

    private void publishers(int number) throws Exception {
        String id = "release-" + number;
        Made made = ledger.make(id, List.of());
        repeat("draft", publishing, () -> publishing.draft(id, made));
        ledger.drafted(made);
        repeat("publication", publishing, () -> publishing.publish(id, made));
        TimeUnit.SECONDS.sleep(1);
    }

    /** Asks again as long as the service asks for that, and waits for the end of work that became a job. */
    private void repeat(String kind, RecordingClient client, Runnable request) throws Exception {
        do {
            TimeUnit.MILLISECONDS.sleep(50);
            request.run();
        } while (count(kind, client.lastAnswer()));
        HttpResponse<String> answer = client.lastAnswer();
        if (answer != null && answer.statusCode() == ACCEPTED) {
            String job = answer.headers().firstValue("Location").orElseThrow();
            while (now().get(job, accounts.publisher()).body().contains("RUNNING")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** Counts an answer. Returns whether it may be repeated. */
    private boolean count(String kind, HttpResponse<String> answer) {
        int status = answer == null ? 0 : answer.statusCode();
        answers.merge(phase.ordinal() + " " + phase + " " + kind + " " + status, 1, Integer::sum);
        boolean later =
                status == 503 && answer.headers().firstValue("Retry-After").isPresent();
        if (status / 100 != 2 && !later) {
            faults.add(phase + " " + kind + " " + status
                    + (answer == null ? "" : " " + answer.uri() + " " + answer.body()));
        }
        return later;
    }
}
