package org.tipstats.site.admin;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseStatus;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobsOverview;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/** Makes the page of the service's health: its health checks, the database, free disk space, and jobs. */
@Singleton
final class HealthPages {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);
    private static final long LITTLE_ROOM = 2_000_000_000L;

    /** Text keys of the checks, by the checks' own names. */
    private static final Map<String, String> CHECKS =
            Map.of("start", "health.check.start", "Database connections health check", "health.check.database");

    private final SmallRyeHealthReporter reporter;
    private final Database database;
    private final JobService jobs;
    private final Path folder;

    HealthPages(
            SmallRyeHealthReporter reporter,
            Database database,
            JobService jobs,
            @ConfigProperty(name = "tipstats.upload.folder") Path folder) {
        this.reporter = reporter;
        this.database = database;
        this.jobs = jobs;
        this.folder = folder;
    }

    /**
     * The health of the service.
     *
     * @param good true if all checks pass and there is enough disk space
     * @param verdict the same in a sentence
     * @param facts names and values
     * @param failed the latest failed jobs
     */
    record Page(boolean good, String verdict, List<Check> checks, List<Fact> facts, List<Failed> failed) {}

    /**
     * A check.
     *
     * @param kind readiness or liveness, in words
     */
    record Check(String name, String kind, boolean good, String state) {}

    record Fact(String name, String value) {}

    /**
     * A failed job.
     *
     * @param stage the job's own name for the stage that failed
     */
    record Failed(String id, String kind, String stage, String at, String when) {}

    /** Checks that all health checks pass. */
    boolean isReady() {
        return !reporter.getReadiness().isDown() && !reporter.getLiveness().isDown();
    }

    Page page(PageTexts t) {
        List<Check> ready = checks(reporter.getReadiness(), "health.ready", t);
        List<Check> alive = checks(reporter.getLiveness(), "health.alive", t);
        List<Check> checks = Stream.concat(ready.stream(), alive.stream()).toList();
        DatabaseStatus facts = database.facts();
        long room = room();
        JobsOverview work = jobs.overview();
        boolean good = checks.stream().allMatch(Check::good);
        String verdict = good ? room < LITTLE_ROOM ? "health.full" : "health.good" : "health.bad";
        return new Page(
                good && room >= LITTLE_ROOM,
                t.say(verdict),
                checks,
                facts(facts, room, work, t),
                work.failed().stream()
                        .map(job -> new Failed(
                                job.id().toString(),
                                job.kind(),
                                job.stage(),
                                job.finishedAt().toString(),
                                new DayTexts(t).time(job.finishedAt())))
                        .toList());
    }

    private static List<Check> checks(SmallRyeHealth health, String kind, PageTexts t) {
        return health.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> check(check, kind, t))
                .toList();
    }

    private static Check check(JsonObject check, String kind, PageTexts t) {
        String name = check.getString("name");
        boolean good = check.getString("status").equals("UP");
        String words = CHECKS.containsKey(name) ? t.say(CHECKS.get(name)) : name;
        return new Check(words, t.say(kind), good, t.say(good ? "health.up" : "health.down"));
    }

    private static List<Fact> facts(DatabaseStatus database, long room, JobsOverview work, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        return List.of(
                new Fact(t.say("health.version"), "PostgreSQL " + database.version()),
                new Fact(t.say("health.size"), megabytes(database.bytes(), t)),
                new Fact(t.say("health.connections"), numbers.whole(database.connections())),
                new Fact(t.say("health.room"), megabytes(room, t)),
                new Fact(t.say("health.running"), numbers.whole(work.running())),
                new Fact(t.say("health.done"), numbers.whole(work.done())),
                new Fact(t.say("health.failed"), numbers.whole(work.failures())));
    }

    private static String megabytes(long bytes, PageTexts t) {
        BigDecimal size = BigDecimal.valueOf(bytes).divide(MEGABYTE, 0, RoundingMode.HALF_UP);
        return t.say("health.megabytes", "n", new NumberTexts(t).exact(size));
    }

    /**
     * Returns the free space in bytes on the disk of received files. The folder may not exist until the first file
     * arrives.
     */
    private long room() {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            FileStore store = Files.getFileStore(there);
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
