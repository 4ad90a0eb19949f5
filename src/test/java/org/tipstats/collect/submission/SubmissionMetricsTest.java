package org.tipstats.collect.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.TestReleases;

@QuarkusTest
class SubmissionMetricsTest {

    @Inject
    SubmissionMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    Database database;

    @Inject
    TestReleases releases;

    private double stored(SubmissionStatus status) {
        return database.list("select count(*) from submission where status = ?", row -> row.getLong(1), status.name())
                .get(0);
    }

    private double measured(SubmissionStatus status) {
        return registry.get("tipstats.submissions")
                .tag("status", status.name().toLowerCase(Locale.ROOT))
                .gauge()
                .value();
    }

    @Test
    void submissionsAreCountedByStatus() {
        releases.submit("VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,_T,2001,7\n");
        metrics.count();
        double all = 0;
        for (SubmissionStatus status : SubmissionStatus.values()) {
            assertEquals(stored(status), measured(status), status.name());
            all += measured(status);
        }
        assertTrue(all > 0, "one was submitted");
    }
}
