package org.tipstats.site.admin;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;
import org.tipstats.platform.alert.AlertConfig;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseStatus;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobsOverview;
import org.tipstats.platform.storage.FreeSpace;
import org.tipstats.site.frame.PageTexts;

/** Reports the service's health: its health checks, the database, free disk space, and jobs. */
@Singleton
final class HealthReports {

    /** The key of the text that names a health check on the page, by the technical name of the check. */
    private static final Map<String, String> CHECKS = Map.of(
            "start",
            "health.check.start",
            "Database connections health check",
            "health.check.database",
            FreeSpace.CHECK,
            "health.check.disk");

    private final SmallRyeHealthReporter reporter;
    private final Database database;
    private final JobService jobs;
    private final FreeSpace space;
    private final AlertConfig thresholds;

    HealthReports(
            SmallRyeHealthReporter reporter,
            Database database,
            JobService jobs,
            @Readiness FreeSpace space,
            AlertConfig thresholds) {
        this.reporter = reporter;
        this.database = database;
        this.jobs = jobs;
        this.space = space;
        this.thresholds = thresholds;
    }

    /**
     * The health of the service.
     *
     * @param freeBytes the free space on the disk for temporary files, such as files being uploaded
     * @param isFull true if the free space is so small that an alert is raised
     */
    record HealthReport(
            List<Check> checks, DatabaseStatus database, JobsOverview jobs, long freeBytes, boolean isFull) {

        public String server() {
            return "PostgreSQL " + database.version();
        }

        public boolean isUp() {
            return checks.stream().allMatch(Check::up);
        }
    }

    /**
     * A health check.
     *
     * @param ready true for a readiness check, false for a liveness check
     */
    record Check(String id, boolean ready, boolean up) {

        public String name(PageTexts t) {
            return CHECKS.containsKey(id) ? t.say(CHECKS.get(id)) : id;
        }
    }

    /** Returns whether all health checks pass. */
    boolean isReady() {
        return !reporter.getReadiness().isDown() && !reporter.getLiveness().isDown();
    }

    HealthReport report() {
        long free = space.bytes();
        return new HealthReport(
                Stream.concat(checks(reporter.getReadiness(), true), checks(reporter.getLiveness(), false))
                        .toList(),
                database.facts(),
                jobs.overview(),
                free,
                free < thresholds.diskFree().asLongValue());
    }

    private static Stream<Check> checks(SmallRyeHealth health, boolean ready) {
        return health.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> new Check(
                        check.getString("name"),
                        ready,
                        check.getString("status").equals("UP")));
    }
}
