package org.tipstats.platform.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tipstats.platform.http.LanguageParameters;

/** Serves the alerts, and all measures with their thresholds, to administrators. */
@Path("/api/v1/alerts")
@RolesAllowed("administrator")
class AlertResource {

    private final AlertService alerts;

    AlertResource(AlertService alerts) {
        this.alerts = alerts;
    }

    @GET
    public AlertList list(@BeanParam LanguageParameters lang) {
        AlertTexts texts = AlertTexts.in(lang.chosen());
        List<WatchedMeasure> measures = alerts.measure();
        return new AlertList(
                measures.stream()
                        .filter(WatchedMeasure::isAlert)
                        .map(measure -> AlertView.of(measure, texts))
                        .toList(),
                measures.stream().map(measure -> MeasureView.of(measure, texts)).toList());
    }

    /**
     * @param items the alerts; empty if nothing is wrong
     * @param measures all measures
     */
    record AlertList(List<AlertView> items, List<MeasureView> measures) {}

    /**
     * Something that an administrator has to act on.
     *
     * @param severity {@code warning} or {@code critical}
     * @param problem what is wrong
     * @param remedy what to do
     */
    record AlertView(
            String id,
            String severity,
            Instant since,
            Long value,
            long threshold,
            String unit,
            String problem,
            String remedy) {

        static AlertView of(WatchedMeasure measure, AlertTexts texts) {
            return new AlertView(
                    measure.id(),
                    measure.level().name().toLowerCase(Locale.ROOT),
                    measure.since(),
                    measure.value(),
                    measure.threshold(),
                    word(measure),
                    texts.problem(measure),
                    texts.remedy(measure));
        }
    }

    /**
     * A measure.
     *
     * @param name what is measured
     * @param value the measured value; null if not known
     */
    record MeasureView(String id, String name, Long value, long threshold, String unit) {

        static MeasureView of(WatchedMeasure measure, AlertTexts texts) {
            return new MeasureView(
                    measure.id(), texts.name(measure), measure.value(), measure.threshold(), word(measure));
        }
    }

    private static String word(WatchedMeasure measure) {
        return measure.unit().name().toLowerCase(Locale.ROOT);
    }
}
