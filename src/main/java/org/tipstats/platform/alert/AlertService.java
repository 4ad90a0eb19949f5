package org.tipstats.platform.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import org.tipstats.platform.alert.AlertCause.AlertReading;

/**
 * Measures all causes at regular times, logs the start and the end of each alert, and publishes the measures as
 * gauges.
 */
@ApplicationScoped
public class AlertService {

    private static final Logger LOG = Logger.getLogger(AlertService.class);

    private final List<AlertCause> causes;
    private final Map<String, WatchedMeasure> latest = new ConcurrentSkipListMap<>();
    private final Clock clock;

    AlertService(@All List<AlertCause> causes, MeterRegistry metrics, Clock clock) {
        this.causes = causes;
        this.clock = clock;
        for (AlertCause cause : causes) {
            Gauge.builder(cause.metric(), () -> value(cause.id())).register(metrics);
            Gauge.builder("tipstats.alert", () -> level(cause.id()))
                    .tag("id", cause.id())
                    .register(metrics);
        }
    }

    private Number value(String id) {
        WatchedMeasure last = latest.get(id);
        return last == null || last.value() == null ? Double.NaN : last.value();
    }

    /** Returns the level of a cause as a number: 0 if there is no alert, 1 for a warning, 2 for a critical alert. */
    private Number level(String id) {
        WatchedMeasure last = latest.get(id);
        return last == null || !last.isAlert() ? 0 : last.isCritical() ? 2 : 1;
    }

    @Scheduled(
            every = "{tipstats.alerts.every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        measure();
    }

    public synchronized List<WatchedMeasure> measure() {
        Instant now = clock.instant();
        for (AlertCause cause : causes) {
            WatchedMeasure before = latest.get(cause.id());
            WatchedMeasure measure = measure(cause, before, now);
            latest.put(cause.id(), measure);
            log(before, measure);
        }
        return latest();
    }

    /**
     * Measures one cause. If this fails, returns the previous measure, because a failure to measure does not end an
     * alert. If there is none, the value is not known.
     */
    private static WatchedMeasure measure(AlertCause cause, WatchedMeasure before, Instant now) {
        try {
            return WatchedMeasure.of(cause, cause.measure().apply(now), before, now);
        } catch (RuntimeException e) {
            LOG.warnf("The measure for the alert %s failed: %s", cause.id(), e.getMessage());
            return before != null ? before : WatchedMeasure.of(cause, AlertReading.unknown(0), null, now);
        }
    }

    private static void log(WatchedMeasure before, WatchedMeasure now) {
        boolean was = before != null && before.isAlert();
        if (now.isAlert() && (!was || before.level() != now.level())) {
            LOG.log(
                    now.isCritical() ? Logger.Level.ERROR : Logger.Level.WARN,
                    "alert " + now.id() + ": " + AlertTexts.in("en").problem(now));
        } else if (was && !now.isAlert()) {
            LOG.infof("alert %s is over", now.id());
        }
    }

    /**
     * Returns the latest measures: critical alerts first, then warnings, then measures without an alert, each group by
     * id.
     */
    private List<WatchedMeasure> latest() {
        return latest.values().stream()
                .sorted(Comparator.comparing(
                        (WatchedMeasure measure) -> measure.isCritical() ? 0 : measure.isAlert() ? 1 : 2))
                .toList();
    }

    /** Returns the number of alerts at the latest measure. */
    public long count() {
        return latest.values().stream().filter(WatchedMeasure::isAlert).count();
    }
}
