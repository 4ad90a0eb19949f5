package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.database.Database;

/** A job is not done after a long time, so others wait behind it. */
@Singleton
final class JobAlert implements AlertCause {

    private final Database database;
    private final AlertConfig config;

    JobAlert(Database database, AlertConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public String id() {
        return "jobs-slow";
    }

    @Override
    public String metric() {
        return "tipstats.job.oldest.seconds";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.SECONDS;
    }

    @Override
    public AlertReading read(Instant now) {
        return AlertReading.ofAge(
                database.instant("select min(created_at) from job where state = 'RUNNING'")
                        .orElse(null),
                config.jobs(),
                now);
    }
}
