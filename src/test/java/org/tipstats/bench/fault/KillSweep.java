package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.tipstats.bench.fault.KilledService.Command;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;

/**
 * Kills the built service at moments that a seed chooses, starts it again, and looks for what is lost, doubled or half. Each kill
 * meets all kinds of work at once, each somewhere between its beginning and its end: a point is one kind of work at one kill.
 * After the kill, it repeats what had no answer, as a client does.
 */
public final class KillSweep {

    private enum Work {
        UPLOAD,
        ACCEPTANCE,
        COMPILE,
        PUBLICATION,
        BACKUP,
        RESTORE
    }

    private static final int TO_ACCEPT = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Random random;
    private final KilledService killed;
    private final Ledger ledger = new Ledger();
    private final AtomicInteger files = new AtomicInteger();
    private final List<String> faults = new ArrayList<>();

    /** The points at which the work had no answer yet, or the command had not ended. */
    private final Map<Work, Integer> cut = new EnumMap<>(Work.class);

    /** How long each kind of work takes when nothing kills it, in milliseconds. */
    private final Map<Work, Long> usual = new EnumMap<>(Map.of(Work.UPLOAD, 500L));

    private volatile String lastAnswer;
    private Path backup;

    private KillSweep(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        this.killed = new KilledService(folder, random);
    }

    /**
     * Runs the sweep and prints what it found.
     *
     * @throws IllegalStateException if something was lost, doubled or half
     */
    public static void run(Path folder, int points, long seed) throws Exception {
        KillSweep sweep = new KillSweep(folder, seed);
        int kinds = Work.values().length;
        int kills = (points + kinds - 1) / kinds;
        try (KilledService service = sweep.killed) {
            service.start();
            sweep.prepare();
            for (int kill = 1; kill <= kills; kill++) {
                int before = sweep.faults.size();
                sweep.kill(kill);
                System.out.printf("kill %d of %d: %d points, cut %s%n", kill, kills, kill * kinds, sweep.cut);
                sweep.faults.subList(before, sweep.faults.size()).forEach(System.out::println);
            }
        }
        System.out.printf(
                "seed %d, deaths of the service: %s%n%d files acknowledged, %d accepted, %d releases published, %d faults%n",
                seed,
                sweep.killed.deaths(),
                sweep.ledger.acknowledged(),
                sweep.ledger.accepted(),
                sweep.ledger.published(),
                sweep.faults.size());
        if (!sweep.faults.isEmpty()) {
            throw new IllegalStateException("something is lost, doubled or half");
        }
    }

    /** Makes what the first kill needs, and measures how long each kind of work takes. */
    private void prepare() throws Exception {
        List<Sent> first = waiting();
        timed(Work.ACCEPTANCE, () -> accept(first));
        Made made = ledger.make("first", List.of());
        timed(Work.COMPILE, () -> draft("first", made));
        timed(Work.PUBLICATION, () -> publish("first", made));
        backup = folder.resolve("whole.zip");
        timed(Work.BACKUP, () -> require(killed.command(killed.home(), "backup", backup.toString())));
        Path home = Files.createDirectories(folder.resolve("restored"));
        timed(Work.RESTORE, () -> require(killed.command(home, "restore", backup.toString())));
        delete(home);
        System.out.println("milliseconds of each kind of work: " + usual);
    }

    private interface Step {
        void run() throws Exception;
    }

    private void timed(Work work, Step step) throws Exception {
        long begun = System.nanoTime();
        step.run();
        usual.put(work, Math.max(1, (System.nanoTime() - begun) / 1_000_000));
    }

    private static void require(Command command) throws InterruptedException {
        int code = command.end();
        if (code != 0) {
            throw new IllegalStateException("a command ends with " + code);
        }
    }

    /** What is under way when the service is killed. */
    private final class Underway {

        final List<Sent> toAccept = waiting();
        final String published;
        final String drafted;
        final Made toPublish;
        final Made toDraft;
        final long acknowledged;
        final Path copy;
        final Path restored;
        Command backing;
        Command restoring;
        final AtomicBoolean end = new AtomicBoolean();
        final Map<Work, CompletableFuture<Boolean>> answered = new EnumMap<>(Work.class);

        Underway(int kill) throws Exception {
            accept(List.of(sent()));
            published = "kill-" + kill + "-published";
            toPublish = ledger.make(published, List.of());
            timed(Work.COMPILE, () -> expect(201, draft(published, toPublish), published));
            drafted = "kill-" + kill + "-drafted";
            toDraft = ledger.make(drafted, toAccept);
            acknowledged = ledger.acknowledged();
            copy = folder.resolve("backup-" + kill + ".zip");
            restored = Files.createDirectories(folder.resolve("restored-" + kill));
        }

        /** Begins each kind of work so long before the kill that this meets it at any moment of its usual time. */
        void begin() throws Exception {
            Map<Long, Work> order = new TreeMap<>(Comparator.reverseOrder());
            for (Work work : Work.values()) {
                long lead = random.nextLong(usual.get(work) * 11 / 10 + 1);
                while (order.putIfAbsent(lead, work) != null) {
                    lead++;
                }
            }
            long before = order.keySet().iterator().next();
            for (Map.Entry<Long, Work> next : order.entrySet()) {
                sleep(before - next.getKey());
                before = next.getKey();
                begin(next.getValue());
            }
            sleep(before);
        }

        private void begin(Work work) throws IOException {
            switch (work) {
                case RESTORE -> restoring = killed.command(restored, "restore", backup.toString());
                case BACKUP -> backing = killed.command(killed.home(), "backup", copy.toString());
                case UPLOAD -> ask(work, () -> upload(end));
                case ACCEPTANCE -> ask(work, () -> accept(toAccept));
                case COMPILE -> ask(work, () -> draft(drafted, toDraft) != 0);
                case PUBLICATION -> ask(work, () -> publish(published, toPublish) != 0);
            }
        }

        private void ask(Work work, BooleanSupplier action) {
            answered.put(work, CompletableFuture.supplyAsync(action::getAsBoolean));
        }
    }

    private static void sleep(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill(int kill) throws Exception {
        Underway now = new Underway(kill);
        now.begin();
        count(Work.BACKUP, now.backing.isRunning());
        count(Work.RESTORE, now.restoring.isRunning());
        now.restoring.kill(random.nextBoolean());
        if (random.nextBoolean()) {
            now.backing.kill(false);
        }
        killed.kill();
        now.end.set(true);
        for (Map.Entry<Work, CompletableFuture<Boolean>> work : now.answered.entrySet()) {
            count(work.getKey(), !work.getValue().join());
        }
        now.backing.end();
        killed.start();
        compare();
        repeat(now);
        compare();
        compareRestored(now);
        compareBackup(now);
    }

    private void count(Work work, boolean without) {
        cut.merge(work, without ? 1 : 0, Integer::sum);
    }

    private void compare() throws IOException, InterruptedException {
        faults.addAll(ledger.faults(killed));
    }

    private void expect(int status, int found, String what) {
        if (found != status) {
            faults.add(what + " is answered with " + found + " instead of " + status);
        }
    }

    /** Asks again for what had no answer. A draft that is half could not be published, or had fewer figures. */
    private void repeat(Underway now) {
        for (Sent sent : ledger.unanswered()) {
            if (!send(sent)) {
                faults.add("no answer at the second time");
            }
        }
        accept(now.toAccept.stream().filter(sent -> !sent.accepted).toList());
        expect(now.toPublish.published ? 409 : 200, publish(now.published, now.toPublish), now.published);
        expect(now.toDraft.drafted ? 409 : 201, draft(now.drafted, now.toDraft), now.drafted);
        if (publish(now.drafted, now.toDraft) == 409) {
            // A release that was published after the draft was made may forbid it. A new draft knows that release.
            System.out.println(lastAnswer);
            String fresh = now.drafted + "-again";
            Made made = ledger.make(fresh, List.of());
            expect(201, draft(fresh, made), fresh);
            expect(200, publish(fresh, made), fresh);
        }
    }

    private boolean upload(AtomicBoolean end) {
        boolean answered = true;
        while (answered && !end.get()) {
            answered = send(ledger.send(files.getAndIncrement()));
        }
        return answered;
    }

    /** Sends a file, every second one with a key. Returns false if there is no answer. */
    private boolean send(Sent sent) {
        String[] headers =
                sent.number % 2 == 0 ? new String[0] : new String[] {"Idempotency-Key", "file-" + sent.number};
        try {
            JsonNode answer = KilledService.tree(
                    killed.now()
                            .post(
                                    "/api/v1/submissions?dataflow=VICTIMS",
                                    killed.submitter(),
                                    "text/csv",
                                    BodyPublishers.ofString(SmallFiles.file(sent.number)),
                                    headers),
                    201);
            sent.id = answer.path("id").asText();
            if (!answer.path("status").asText().equals("SUBMITTED")) {
                throw new IllegalStateException("a file is not as it should be: " + answer);
            }
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sent sent() {
        Sent sent = ledger.send(files.getAndIncrement());
        if (!send(sent)) {
            throw new IllegalStateException("no answer");
        }
        return sent;
    }

    private List<Sent> waiting() {
        return IntStream.range(0, TO_ACCEPT).mapToObj(i -> sent()).toList();
    }

    /** Accepts files. Returns false if there was no answer to one. */
    private boolean accept(List<Sent> waiting) {
        for (Sent sent : waiting) {
            String body = "{\"sha256\":\"" + sent.hash() + "\"}";
            int status = status("/api/v1/submissions/" + sent.id + "/acceptance", killed.reviewer(), body);
            if (status == 0) {
                return false;
            }
            expect(200, status, "an acceptance");
            sent.accepted = true;
        }
        return true;
    }

    private int draft(String id, Made made) {
        String body = "{\"id\":\"" + id + "\",\"title\":\"A release\"}";
        int status = status("/api/v1/releases", killed.reviewer(), body);
        made.drafted |= status == 201;
        return status;
    }

    private int publish(String id, Made made) {
        int status = status("/api/v1/releases/" + id + "/publication", killed.publisher(), "");
        made.published |= status == 200;
        return status;
    }

    /** Posts and returns the status, or 0 if there is no answer. */
    private int status(String path, String token, String body) {
        try {
            HttpResponse<String> answer = killed.now().post(path, token, body);
            lastAnswer = answer.body();
            return answer.statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A backup is whole or not there. A killed command leaves a part, which nobody can take for a backup. */
    private void compareBackup(Underway now) throws Exception {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path part :
                    left.filter(path -> path.toString().endsWith(".part")).toList()) {
                Files.delete(part);
            }
        }
        if (!Files.exists(now.copy)) {
            return;
        }
        if (killed.command(killed.home(), "backup", "verify", now.copy.toString())
                        .end()
                != 0) {
            faults.add("half: the backup " + now.copy);
            return;
        }
        for (JsonNode table : tables(now.copy)) {
            if (table.path("name").asText().equals("submission")
                    && table.path("rows").asLong() < now.acknowledged) {
                faults.add("lost: the backup " + now.copy + " has fewer files than were acknowledged before");
            }
        }
        Files.move(now.copy, backup, StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonNode tables(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            return JSON.readTree(zip.getInputStream(zip.getEntry("backup.json")))
                    .path("tables");
        }
    }

    /** Repeats the restoration in the same home: it succeeds, unless all of it is there already. */
    private void compareRestored(Underway now) throws Exception {
        int again = killed.command(now.restored, "restore", backup.toString()).end();
        if (again == 3) {
            Path copy = folder.resolve("copy.zip");
            require(killed.command(now.restored, "backup", copy.toString()));
            if (!tables(copy).equals(tables(backup))) {
                faults.add("half: a restoration cannot be repeated, but not all is there: " + now.restored);
            }
            Files.delete(copy);
        } else {
            expect(0, again, "the second restoration");
        }
        delete(now.restored);
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
