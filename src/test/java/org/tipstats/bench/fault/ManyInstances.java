package org.tipstats.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;
import org.tipstats.bench.fault.ReadLoad.Answered;
import org.tipstats.bench.speed.Service;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;
import org.tipstats.start.postgres.StandbyServer;
import org.tipstats.start.postgres.TestServers;

/**
 * Three instances behind a proxy on one PostgreSQL, with a streaming standby for reads. Readers read at half of the rate
 * that the set-up holds undisturbed, files are sent and releases published. Meanwhile one instance is killed and comes
 * back, and another one is replaced, as in an upgrade. No answer may be wrong, none lost but those in flight.
 */
public final class ManyInstances implements ServedWork {

    private static final int INSTANCES = 3;
    private static final int FIRST_FILES = 40;
    private static final int FIRST_RATE = 20;
    private static final double MAX_P99 = 50;
    private static final Duration TRIAL = Duration.ofSeconds(10);
    private static final String[] JVM = {"-Xmx512m"};

    private final Path folder;
    private final Path former;
    private final Duration time;
    private final double rate;
    private final RoundRobin proxy = new RoundRobin();
    private final Service behindProxy = Service.at(proxy.port());
    private final ReadLoad load = new ReadLoad(behindProxy.address());
    private final Ledger ledger = new Ledger();
    private final RecordingClient client = new RecordingClient(this, ledger);
    private final List<Service> instances = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private Accounts accounts;
    private int published = -1;
    private volatile boolean end;

    private ManyInstances(Path folder, Duration time, double rate, Path former) throws IOException {
        this.folder = folder;
        this.time = time;
        this.rate = rate;
        this.former = former;
    }

    /**
     * Runs the set-up and prints what happened.
     *
     * @param rate reads a second; 0 to find half of what the set-up holds
     * @param former the folder {@code quarkus-app} of the program that the third instance is upgraded from
     * @throws IllegalStateException if an answer was wrong, or something was lost, doubled or half
     */
    public static void run(Path folder, Duration time, double rate, Path former) throws Exception {
        ManyInstances run = new ManyInstances(folder, time, rate, former);
        PostgresSettings settings = TestServers.newFolder();
        try (PostgresServer server = StandbyServer.startPrimary(settings)) {
            run.begin(server.logins().owner());
            try (StandbyServer standby = StandbyServer.of(server, settings)) {
                run.serve(server.logins().owner(), standby);
            } finally {
                run.instances.forEach(Service::close);
            }
        } finally {
            run.proxy.close();
        }
    }

    @Override
    public Service now() {
        return behindProxy;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    /** Makes the database with a first release. */
    private void begin(DatabaseAddress database) throws Exception {
        Path home = Files.createDirectories(folder.resolve("first/home"));
        try (Service first = Service.start(home, settings(database, null), JVM)) {
            proxy.use(List.of(first.address()));
            accounts = Accounts.open(first, home);
            for (int i = 0; i < FIRST_FILES; i++) {
                acceptOne();
            }
            publish();
        }
    }

    private Service start(int number, Path built, DatabaseAddress database, StandbyServer standby) {
        try {
            Path home = Files.createDirectories(folder.resolve(number + "/home"));
            return Service.start(built, home, settings(database, standby), JVM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(DatabaseAddress database, StandbyServer standby) throws IOException {
        Map<String, String> settings = new HashMap<>(RollingUpgrade.settings(database));
        if (standby != null) {
            settings.put("TIPSTATS_DATABASE_REPLICA_URL", standby.address().url());
        }
        return settings;
    }

    private void serve(DatabaseAddress database, StandbyServer standby) throws Exception {
        IntStream.range(0, INSTANCES)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    boolean isFormer = number == INSTANCES - 1 && former != null;
                    return start(number, isFormer ? former : Service.BUILT, database, standby);
                }))
                .toList()
                .forEach(started -> instances.add(started.join()));
        use();
        load.run(FIRST_RATE, TRIAL);
        double half = rate > 0 ? rate : capacity() / 2;
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(this::work);
        CompletableFuture<Answered> reading = CompletableFuture.supplyAsync(() -> load.run(half, time));
        disturb(database, standby);
        Answered answered = reading.join();
        end = true;
        publishing.join();
        report(answered);
    }

    private void use() {
        proxy.use(instances.stream().map(Service::address).toList());
    }

    /** Returns the highest rate, doubled step by step, whose p99 is low enough. */
    private double capacity() {
        double held = FIRST_RATE;
        for (double next = FIRST_RATE; ; next *= 1.5) {
            Answered trial = load.run(next, TRIAL);
            System.out.println(trial);
            if (trial.p99() > MAX_P99) {
                return held;
            }
            held = next;
        }
    }

    /** Kills one instance with a job, starts it again, and replaces the third one. */
    private void disturb(DatabaseAddress database, StandbyServer standby) throws Exception {
        long quarter = time.toMillis() / 4;
        TimeUnit.MILLISECONDS.sleep(quarter);
        String job = jobOn(instances.get(0));
        instances.get(0).kill();
        long killed = System.nanoTime();
        String state = await(job, accounts.reviewer());
        System.out.printf(
                "the job of the killed instance: %s after %.1f s%n", state, (System.nanoTime() - killed) / 1e9);
        TimeUnit.MILLISECONDS.sleep(Math.max(0, quarter - (System.nanoTime() - killed) / 1_000_000));
        instances.set(0, start(0, Service.BUILT, database, standby));
        use();
        TimeUnit.MILLISECONDS.sleep(quarter / 2);
        upgrade(database, standby);
    }

    /** Takes the last instance out of the rotation, stops it, and starts this program in its place. */
    private void upgrade(DatabaseAddress database, StandbyServer standby) throws Exception {
        Service leaving = instances.remove(INSTANCES - 1);
        use();
        leaving.close();
        instances.add(start(INSTANCES - 1, Service.BUILT, database, standby));
        use();
        System.out.println("one instance was killed and came back, one was replaced");
    }

    /** Starts a job on an instance and returns its address. */
    private String jobOn(Service instance) throws Exception {
        HttpResponse<String> answer = instance.post(
                "/api/v1/releases",
                accounts.reviewer(),
                "application/json",
                BodyPublishers.ofString("{\"id\":\"taken-over\",\"title\":\"A release\"}"),
                "Prefer",
                "respond-async, wait=0");
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends files and publishes releases until the end. */
    private void work() {
        try {
            while (!end) {
                acceptOne();
                publish();
                TimeUnit.SECONDS.sleep(2);
            }
        } catch (Exception e) {
            load.wrong().add("the work ended: " + e);
        }
    }

    private void acceptOne() throws Exception {
        Sent sent = client.file();
        if (note("upload", client.upload(sent)) && sent.id != null) {
            note("acceptance", client.accept(sent));
        }
    }

    private void publish() throws Exception {
        int number = published + 1;
        String id = "release-" + number;
        Made made = ledger.make(id, List.of());
        note("draft", client.draft(id, made));
        waitForJob();
        ledger.drafted(made);
        note("publication", client.publish(id, made));
        waitForJob();
        published = number;
        if (isPublished(id)) {
            load.published(number);
        }
    }

    private boolean isPublished(String id) throws Exception {
        HttpResponse<String> release = now().get("/api/v1/releases/" + id);
        return release.statusCode() == 200;
    }

    private void waitForJob() throws Exception {
        HttpResponse<String> answer = client.lastAnswer();
        if (answer != null && answer.statusCode() == 202) {
            String job = answer.headers().firstValue("Location").orElseThrow();
            await(job, accounts.reviewer());
            await(job, accounts.publisher());
        }
    }

    /** Waits for the end of a job and returns its state; empty if it is the job of another account. */
    private String await(String job, String token) throws Exception {
        while (true) {
            HttpResponse<String> answer = now().get(job, token);
            if (answer.statusCode() == 404) {
                return "";
            }
            String state = answer.statusCode() == 200
                    ? ServedWork.tree(answer, 200).path("state").asText()
                    : "RUNNING";
            if (!state.equals("RUNNING")) {
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Notes a change without an answer: it was in flight on the killed instance. Returns whether there was one. */
    private boolean note(String kind, int status) {
        if (status / 100 != 2) {
            unanswered.add(kind + " " + status);
        }
        return status / 100 == 2;
    }

    private void report(Answered answered) throws Exception {
        List<String> faults = ledger.faults(this);
        System.out.println(answered);
        System.out.printf(
                "%d wrong, %d reads lost, %d answered 503, %d requests repeated by the proxy, %d changes without an answer %s%n",
                load.wrong().size(), load.lost().size(), load.busy(), proxy.repeated(), unanswered.size(), unanswered);
        System.out.printf(
                "%d files accepted, %d releases published, %d lost, doubled or half%n",
                ledger.accepted(), published + 1, faults.size());
        List<String> all = new ArrayList<>(load.wrong());
        all.addAll(load.lost());
        all.addAll(faults);
        all.stream().limit(20).forEach(System.out::println);
        if (!all.isEmpty()) {
            throw new IllegalStateException("an answer was wrong or lost, or something is lost, doubled or half");
        }
    }
}
