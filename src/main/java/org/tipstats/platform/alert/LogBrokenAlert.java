package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.audit.LogWatch;

/** The audit log is not as it was written. The measure is the number of the first wrong entry, 0 if there is none. */
@Singleton
final class LogBrokenAlert implements AlertCause {

    private final LogWatch log;

    LogBrokenAlert(LogWatch log) {
        this.log = log;
    }

    @Override
    public String id() {
        return "log-broken";
    }

    @Override
    public String metric() {
        return "tipstats.log.broken.at";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.COUNT;
    }

    @Override
    public AlertReading read(Instant now) {
        return log.last()
                .map(check -> new AlertReading(
                        check.brokenAt(),
                        1,
                        check.brokenAt() > 0 ? AlertLevel.CRITICAL : null,
                        check.brokenAt() > 0 ? check.at() : null))
                .orElseGet(() -> AlertReading.unknown(1));
    }
}
