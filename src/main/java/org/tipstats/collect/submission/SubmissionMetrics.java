package org.tipstats.collect.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tipstats.platform.database.Database;

/**
 * Publishes the number of submissions by status. Counts the submissions twice a minute, so that a program that reads
 * the metrics causes no query.
 */
@ApplicationScoped
class SubmissionMetrics {

    private final Database database;
    private final Map<SubmissionStatus, AtomicLong> counts = new EnumMap<>(SubmissionStatus.class);

    SubmissionMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        for (SubmissionStatus status : SubmissionStatus.values()) {
            counts.put(
                    status,
                    metrics.gauge(
                            "tipstats.submissions",
                            List.of(Tag.of("status", status.name().toLowerCase(Locale.ROOT))),
                            new AtomicLong()));
        }
    }

    @Scheduled(every = "30s", delayed = "2s")
    void count() {
        counts.values().forEach(count -> count.set(0));
        database.each(
                "select status, count(*) from submission group by status",
                row -> counts.get(SubmissionStatus.valueOf(row.getString(1))).set(row.getLong(2)));
    }
}
