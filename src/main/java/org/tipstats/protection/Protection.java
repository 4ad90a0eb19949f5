package org.tipstats.protection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tipstats.disclosure.DisclosureControl;
import org.tipstats.disclosure.EarlierRelease;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.observation.Cube;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.SchemaRegistry;

/**
 * Runs disclosure control, one task at a time in each instance, because a task may need most of the memory and both
 * processors.
 */
@ApplicationScoped
public class Protection {

    private static final String RETRY_SECONDS = "20";

    private final SchemaRegistry schemas;
    private final AreaThresholdRepository thresholds;
    private final VintageAudit audit;
    private final ReentrantLock turn = new ReentrantLock(true);

    Protection(SchemaRegistry schemas, AreaThresholdRepository thresholds, VintageAudit audit) {
        this.schemas = schemas;
        this.thresholds = thresholds;
        this.audit = audit;
    }

    /** Runs a task that compiles and protects, after all other such tasks have ended. */
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Runs a task that the caller can request again. 503 if another task is running. */
    <T> T ifIdle(Supplier<T> work) {
        if (!turn.tryLock()) {
            throw new ProblemException(Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Figures are being protected at the moment, so this cannot be answered now.")
                    .header("Retry-After", RETRY_SECONDS));
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Protects compiled cubes with the current thresholds; see {@link DisclosureControl#protect}. Dataflows that are
     * rounded instead contain no exact count, so suppression leaves them out.
     */
    public AuditedRelease protect(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        RoundedFigures rounding = new RoundedFigures(schemas.submitted());
        List<EarlierRelease> exact = earlier.stream()
                .map(release -> new EarlierRelease(
                        release.id(), rounding.exact(release.compiled()), rounding.exact(release.published())))
                .toList();
        AuditedRelease audited = new AuditedSuppression(
                        new DisclosureControl(schemas.submitted(), thresholds.all()), audit)
                .protect(rounding.exact(compiled), exact, progress);
        ProtectedRelease suppressed = audited.release();
        Map<String, ProtectedCube> cubes = new TreeMap<>(suppressed.cubes());
        cubes.putAll(rounding.protect(compiled, earlier));
        return new AuditedRelease(
                new ProtectedRelease(cubes, suppressed.blockers(), suppressed.cost()),
                audited.report(),
                audited.changed(),
                audited.took());
    }
}
