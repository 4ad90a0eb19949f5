package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Manages the thresholds that areas set for their own figures. A threshold applies to releases that are drafted later.
 * Every change is in the audit log, and earlier thresholds are kept.
 */
@ApplicationScoped
public class AreaThresholdService {

    /** The highest threshold that an area can set. */
    public static final int MAX_THRESHOLD = 100;

    private final SchemaRegistry schemas;
    private final AreaThresholdRepository thresholds;
    private final AuditRecorder audit;
    private final Clock clock;

    AreaThresholdService(SchemaRegistry schemas, AreaThresholdRepository thresholds, AuditRecorder audit, Clock clock) {
        this.schemas = schemas;
        this.thresholds = thresholds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the thresholds of an area. The status is 404 if the area is unknown or the actor may not see it. */
    public List<AreaThreshold> list(String area, Actor actor) {
        requireArea(area, actor.may(AccountRole.REVIEWER) || actor.may(AccountRole.PUBLISHER) || actor.reports(area));
        return thresholds.ofArea(area, actor);
    }

    /**
     * Sets a threshold. Setting the current threshold again changes nothing. The status is 400 if the threshold is
     * below the threshold of the schema or above {@link #MAX_THRESHOLD}, and 404 if the area does not belong to the
     * actor.
     */
    @Transactional
    public AreaThreshold state(String area, String dataflowId, AreaThresholdRequest request, Actor by) {
        requireArea(area, by.reports(area));
        Dataflow dataflow = dataflow(dataflowId);
        int threshold = checked(dataflow, request);
        thresholds.lock();
        Optional<AreaThreshold> before = thresholds.own(area, dataflow.id(), by);
        if (before.isEmpty() || before.get().threshold() != threshold) {
            thresholds.state(area, dataflow.id(), threshold, by, clock.instant());
            audit.record(
                    by.event("area-threshold-stated", subject(area, dataflow)).detail("threshold", threshold));
        }
        return thresholds.own(area, dataflow.id(), by).orElseThrow();
    }

    /** Withdraws the threshold of an area. The status is 404 if the area has no threshold. */
    @Transactional
    public void withdraw(String area, String dataflowId, Actor by) {
        requireArea(area, by.reports(area));
        Dataflow dataflow = dataflow(dataflowId);
        thresholds.lock();
        if (thresholds.own(area, dataflow.id(), by).isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The country or area has set no threshold for this dataflow.");
        }
        thresholds.state(area, dataflow.id(), null, by, clock.instant());
        audit.record(by.event("area-threshold-taken-back", subject(area, dataflow)));
    }

    private void requireArea(String area, boolean mayAct) {
        Optional<Code> code = schemas.areas().find(area).filter(found -> !found.isAreaGroup());
        if (code.isEmpty() || !mayAct) {
            throw ProblemException.notFound("area");
        }
    }

    private Dataflow dataflow(String id) {
        return schemas.dataflow(id)
                .filter(dataflow -> dataflow.threshold() > 0)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no dataflow with this id that withholds figures."));
    }

    private static int checked(Dataflow dataflow, AreaThresholdRequest request) {
        Integer threshold = request == null ? null : request.threshold();
        if (threshold == null || threshold < dataflow.threshold() || threshold > MAX_THRESHOLD) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/threshold",
                    threshold,
                    "The threshold must be a whole number from " + dataflow.threshold() + ", that of the dataflow, to "
                            + MAX_THRESHOLD + ".")));
        }
        return threshold;
    }

    private static String subject(String area, Dataflow dataflow) {
        return "areas/" + area + "/thresholds/" + dataflow.id();
    }

    /**
     * A threshold that an area sets for its own figures. It is never below the threshold of the schema.
     *
     * @param threshold releases that are drafted later withhold counts from 1 up to, but not including, this number
     */
    public record AreaThreshold(String area, String dataflow, int threshold, Instant statedAt) {}

    /** A request to set an area's own threshold. */
    public record AreaThresholdRequest(Integer threshold) {}
}
