package org.tipstats.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.problem.InputError;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.Code;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;

/**
 * The thresholds that areas state for their own figures. They hold for releases that are drafted from then on. Every
 * change is in the audit log; what was stated before is kept.
 */
@ApplicationScoped
public class AreaThresholdService {

    /** The highest threshold that can be stated. */
    public static final int MOST = 100;

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

    /** What an area states; 404 for one that is unknown or none of the actor's. */
    public List<AreaThreshold> list(String area, Actor actor) {
        requireArea(area, actor.may(Role.REVIEWER) || actor.may(Role.PUBLISHER) || actor.reports(area));
        return thresholds.ofArea(area, actor);
    }

    /** States a threshold; 400 for one that is not as strict as the schema's. The same again changes nothing. */
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
                    by.did("area-threshold-stated", subject(area, dataflow)).detail("threshold", threshold));
        }
        return thresholds.own(area, dataflow.id(), by).orElseThrow();
    }

    /** Takes back what an area states; 404 where it states nothing. */
    @Transactional
    public void takeBack(String area, String dataflowId, Actor by) {
        requireArea(area, by.reports(area));
        Dataflow dataflow = dataflow(dataflowId);
        thresholds.lock();
        if (thresholds.own(area, dataflow.id(), by).isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The country or area has set no threshold for this dataflow.");
        }
        thresholds.state(area, dataflow.id(), null, by, clock.instant());
        audit.record(by.did("area-threshold-taken-back", subject(area, dataflow)));
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
        if (threshold == null || threshold < dataflow.threshold() || threshold > MOST) {
            throw ProblemException.body(List.of(InputError.pointer(
                    "/threshold",
                    threshold,
                    "The threshold must be a whole number from " + dataflow.threshold() + ", that of the dataflow, to "
                            + MOST + ".")));
        }
        return threshold;
    }

    private static String subject(String area, Dataflow dataflow) {
        return "areas/" + area + "/thresholds/" + dataflow.id();
    }
}
