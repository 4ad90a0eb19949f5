package org.tipstats.bench.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.tipstats.bench.fault.KilledService.Command;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;
import org.tipstats.bench.fault.WorkTimes.Work;
import org.tipstats.start.postgres.FolderTree;

/**
 * Kills the built service at moments that a seed chooses, starts it again, and looks for what is lost, doubled or half. Each kill
 * meets all kinds of work at once, each somewhere between its beginning and its end: a point is one kind of work at one kill.
 * After the kill, it repeats what had no answer, as a client does.
 */
public final class KillSweep {

    private static final int TO_ACCEPT = 6;

    private final Path folder;
    private final Random random;
    private final KilledService killed;
    private final Ledger ledger = new Ledger();
    private final RecordingClient client;
    private final WorkTimes times;
    private final List<String> faults = new ArrayList<>();
    private final KilledBackups backups;

    /** The points at which the work had no answer yet, or the command had not ended. */
    private final Map<Work, Integer> cut = new EnumMap<>(Work.class);

    private KillSweep(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        this.killed = new KilledService(folder, random);
        this.client = new RecordingClient(killed, ledger);
        this.times = new WorkTimes(random);
        this.backups = new KilledBackups(killed, folder, faults);
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
        times.measure(Work.ACCEPTANCE, () -> accept(first));
        Made made = ledger.make("first", List.of());
        times.measure(Work.COMPILE, () -> client.draft("first", made));
        times.measure(Work.PUBLICATION, () -> client.publish("first", made));
        String whole = backups.whole().toString();
        times.measure(Work.BACKUP, () -> backups.require(killed.home(), "backup", whole));
        Path home = Files.createDirectories(folder.resolve("restored"));
        times.measure(Work.RESTORE, () -> backups.require(home, "restore", whole));
        FolderTree.delete(home);
        System.out.println("milliseconds of each kind of work: " + times);
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
            accept(List.of(client.sent()));
            published = "kill-" + kill + "-published";
            toPublish = ledger.make(published, List.of());
            times.measure(Work.COMPILE, () -> expect(201, client.draft(published, toPublish), published));
            drafted = "kill-" + kill + "-drafted";
            toDraft = ledger.make(drafted, toAccept);
            acknowledged = ledger.acknowledged();
            copy = folder.resolve("backup-" + kill + ".zip");
            restored = Files.createDirectories(folder.resolve("restored-" + kill));
        }

        private void begin(Work work) throws IOException {
            switch (work) {
                case RESTORE ->
                    restoring =
                            killed.command(restored, "restore", backups.whole().toString());
                case BACKUP -> backing = killed.command(killed.home(), "backup", copy.toString());
                case UPLOAD -> ask(work, () -> upload(end));
                case ACCEPTANCE -> ask(work, () -> accept(toAccept));
                case COMPILE -> ask(work, () -> client.draft(drafted, toDraft) != 0);
                case PUBLICATION -> ask(work, () -> client.publish(published, toPublish) != 0);
            }
        }

        private void ask(Work work, BooleanSupplier action) {
            answered.put(work, CompletableFuture.supplyAsync(action::getAsBoolean));
        }
    }

    private void kill(int kill) throws Exception {
        Underway now = new Underway(kill);
        times.beginAll(now::begin);
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
        backups.compareRestored(now.restored);
        backups.compare(now.copy, now.acknowledged);
    }

    private void count(Work work, boolean without) {
        cut.merge(work, without ? 1 : 0, Integer::sum);
    }

    private void compare() throws IOException, InterruptedException {
        faults.addAll(ledger.faults(killed));
        faults.addAll(new KilledTables(killed.tables()).faults(killed));
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
        expect(now.toPublish.published ? 409 : 200, client.publish(now.published, now.toPublish), now.published);
        expect(now.toDraft.drafted ? 409 : 201, client.draft(now.drafted, now.toDraft), now.drafted);
        if (client.publish(now.drafted, now.toDraft) == 409) {
            // A release that was published after the draft was made may forbid it. A new draft knows that release.
            System.out.println(client.lastAnswer().body());
            String fresh = now.drafted + "-again";
            Made made = ledger.make(fresh, List.of());
            expect(201, client.draft(fresh, made), fresh);
            expect(200, client.publish(fresh, made), fresh);
        }
    }

    private boolean upload(AtomicBoolean end) {
        boolean answered = true;
        while (answered && !end.get()) {
            answered = send(client.file());
        }
        return answered;
    }

    /** Sends a file, every second one with a key. Returns false if there is no answer. */
    private boolean send(Sent sent) {
        String[] headers =
                sent.number % 2 == 0 ? new String[0] : new String[] {"Idempotency-Key", "file-" + sent.number};
        int status = client.upload(sent, headers);
        if (status != 0) {
            expect(201, status, "a file");
        }
        return status != 0;
    }

    private List<Sent> waiting() {
        return IntStream.range(0, TO_ACCEPT).mapToObj(i -> client.sent()).toList();
    }

    /** Accepts files. Returns false if there was no answer to one. */
    private boolean accept(List<Sent> waiting) {
        for (Sent sent : waiting) {
            int status = client.accept(sent);
            if (status == 0) {
                return false;
            }
            expect(200, status, "an acceptance");
        }
        return true;
    }
}
