package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.health.Readiness;
import org.tipstats.platform.storage.FreeSpace;

/** The disk is almost full. Critical if the service stops being ready. */
@Singleton
final class DiskAlert implements AlertCause {

    private final FreeSpace space;
    private final AlertConfig config;

    DiskAlert(@Readiness FreeSpace space, AlertConfig config) {
        this.space = space;
        this.config = config;
    }

    @Override
    public String id() {
        return "disk-space";
    }

    @Override
    public String metric() {
        return "tipstats.disk.free.bytes";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.BYTES;
    }

    @Override
    public AlertReading read(Instant now) {
        return reading(space.bytes(), config.diskFree().asLongValue(), space.minimum());
    }

    static AlertReading reading(long free, long threshold, long minimum) {
        AlertLevel level = free < minimum ? AlertLevel.CRITICAL : free < threshold ? AlertLevel.WARNING : null;
        return new AlertReading(free, threshold, level, null);
    }
}
