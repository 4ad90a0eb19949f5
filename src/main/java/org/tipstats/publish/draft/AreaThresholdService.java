package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Manages the settings of areas for their own figures: stricter thresholds, and the order in which figures are kept.
 * Settings apply to releases that are drafted later. Every change is in the audit log, and earlier settings are kept.
 */
@ApplicationScoped
@OwnAreas
public class AreaThresholdService {

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

    /** Returns the settings of an area. The status is 404 if the area is unknown or the actor may not see it. */
    public List<AreaThreshold> list(String area, Actor actor) {
        requireArea(area, actor.readsDrafts() || actor.reports(area));
        return thresholds.ofArea(area, actor);
    }

    /**
     * Sets a threshold. Setting the current threshold again changes nothing. The status is 400 if the threshold is
     * missing, below the threshold of the schema or above {@link #MAX_THRESHOLD}. It is 404 if the area does not belong
     * to the actor, or if no dataflow with this id withholds figures.
     */
    @Transactional
    public AreaThreshold state(String area, String dataflowId, AreaThresholdRequest request, Actor by) {
        requireOwn(area, by);
        Dataflow dataflow = dataflow(dataflowId);
        int threshold = checked(dataflow, request);
        thresholds.lock();
        if (!Objects.equals(own(area, dataflow, by, AreaThreshold::threshold), threshold)) {
            thresholds.state(area, dataflow.id(), threshold, by, clock.instant());
            audit.record(
                    by.event("area-threshold-stated", subject(area, dataflow)).detail("threshold", threshold));
        }
        return thresholds.own(area, dataflow.id(), by).orElseThrow();
    }

    /** Withdraws the threshold of an area. The status is 404 if the area has no threshold. */
    @Transactional
    public void withdraw(String area, String dataflowId, Actor by) {
        requireOwn(area, by);
        Dataflow dataflow = dataflow(dataflowId);
        thresholds.lock();
        if (own(area, dataflow, by, AreaThreshold::threshold) == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The country or area has set no threshold for this dataflow.");
        }
        thresholds.state(area, dataflow.id(), null, by, clock.instant());
        audit.record(by.event("area-threshold-taken-back", subject(area, dataflow)));
    }

    /** Returns the dimensions that {@link #stateOrder} accepts, in the sequence in which the dataflow has them. */
    public static List<Dimension> breakdowns(Dataflow dataflow) {
        return new CubeShape(dataflow).breakdowns();
    }

    /**
     * Sets the order in which figures with one breakdown are kept. Setting the current order again changes nothing. The
     * status is 404 if the area does not belong to the actor, or if no dataflow with this id withholds figures. It is
     * 400 if the order is empty, names a dimension twice, or names a dimension that does not break the dataflow down.
     */
    @Transactional
    public AreaThreshold stateOrder(String area, String dataflowId, AreaOrderRequest request, Actor by) {
        requireOwn(area, by);
        Dataflow dataflow = dataflow(dataflowId);
        List<String> keep = checked(dataflow, request);
        thresholds.lock();
        if (!keep.equals(own(area, dataflow, by, AreaThreshold::keep))) {
            thresholds.stateOrder(area, dataflow.id(), keep, by, clock.instant());
            audit.record(by.event("area-order-stated", subject(area, dataflow)).detail("keep", keep));
        }
        return thresholds.own(area, dataflow.id(), by).orElseThrow();
    }

    /** Withdraws the order of an area. The status is 404 if the area has no order. */
    @Transactional
    public void withdrawOrder(String area, String dataflowId, Actor by) {
        requireOwn(area, by);
        Dataflow dataflow = dataflow(dataflowId);
        thresholds.lock();
        if (own(area, dataflow, by, AreaThreshold::keepStatedAt) == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The country or area has set no order for this dataflow.");
        }
        thresholds.stateOrder(area, dataflow.id(), null, by, clock.instant());
        audit.record(by.event("area-order-taken-back", subject(area, dataflow)));
    }

    /** Returns a current setting of the actor's area; null if there is none. */
    private <T> T own(String area, Dataflow dataflow, Actor by, Function<AreaThreshold, T> setting) {
        return thresholds.own(area, dataflow.id(), by).map(setting).orElse(null);
    }

    /** @param area null if a form has no such field */
    private void requireOwn(String area, Actor by) {
        requireArea(area, by.reports(area));
    }

    private void requireArea(String area, boolean mayAct) {
        if (!mayAct || schemas.areas().find(area).map(Code::isAreaGroup).orElse(true)) {
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
            throw ProblemException.body(
                    "/threshold",
                    threshold,
                    "The threshold must be a whole number from " + dataflow.threshold() + ", that of the dataflow, to "
                            + MAX_THRESHOLD + ".");
        }
        return threshold;
    }

    private static List<String> checked(Dataflow dataflow, AreaOrderRequest request) {
        List<String> keep = request == null || request.keep() == null ? List.of() : request.keep();
        List<String> known = breakdowns(dataflow).stream().map(Dimension::id).toList();
        List<InputError> faults = new ArrayList<>();
        if (keep.isEmpty()) {
            faults.add(InputError.pointer(
                    "/keep",
                    null,
                    "Name the dimensions whose figures stay longest, the most valuable first: " + words(known)
                            + ". To remove the order, delete it."));
        }
        // A list with more entries than dimensions has an error in its first entries, so the rest is not checked.
        for (int i = 0; i < Math.min(keep.size(), known.size() + 1); i++) {
            String id = keep.get(i);
            if (!known.contains(id)) {
                faults.add(InputError.pointer(
                        "/keep/" + i,
                        id,
                        "This is not a dimension that breaks the dataflow down. Use " + words(known) + ".",
                        WordSuggestions.near(id, known)));
            } else if (keep.indexOf(id) < i) {
                faults.add(InputError.pointer(
                        "/keep/" + i, id, "The list names " + id + " twice. Remove it in one place."));
            }
        }
        ProblemException.requireNone(faults);
        return keep;
    }

    private static String words(List<String> ids) {
        return String.join(", ", ids);
    }

    private static String subject(String area, Dataflow dataflow) {
        return "areas/" + area + "/thresholds/" + dataflow.id();
    }

    /**
     * The settings of an area for its own figures of a dataflow, in addition to the schema.
     *
     * @param threshold releases that are drafted later withhold counts from 1 up to, but not including, this number; it
     *     is never below the threshold of the schema; null if the area set none
     * @param statedAt null if the area set no threshold
     * @param keep the ids of dimensions, the most valuable first: in releases that are drafted later, figures broken
     *     down by one dimension are kept in this order; empty if the area set no order
     * @param keepStatedAt null if the area set no order
     */
    public record AreaThreshold(
            String area,
            String dataflow,
            Integer threshold,
            Instant statedAt,
            List<String> keep,
            Instant keepStatedAt) {}

    /** A request to set an area's own threshold. */
    public record AreaThresholdRequest(Integer threshold) {}

    /** A request to set an area's own order, the most valuable dimension first. */
    public record AreaOrderRequest(List<String> keep) {}
}
