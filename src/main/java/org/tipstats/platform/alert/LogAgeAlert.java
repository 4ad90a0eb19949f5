package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.audit.LogWatch;

/** Nobody verified the audit log for a long time. */
@Singleton
final class LogAgeAlert implements AlertCause {

    private final LogWatch log;
    private final AlertConfig config;

    LogAgeAlert(LogWatch log, AlertConfig config) {
        this.log = log;
        this.config = config;
    }

    @Override
    public String id() {
        return "log-unverified";
    }

    @Override
    public String metric() {
        return "tipstats.log.verified.age.seconds";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.SECONDS;
    }

    @Override
    public AlertReading read(Instant now) {
        return AlertReading.ofAge(log.verifiedSince(), config.logVerified(), now);
    }
}
