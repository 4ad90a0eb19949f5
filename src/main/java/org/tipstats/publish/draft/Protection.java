package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.disclose.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Runs disclosure control. Each instance of the service runs only one task at a time, because a task may need most of
 * the memory and both processors.
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

    /** Runs a task that compiles and protects figures, after all other such tasks have ended. */
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Runs a task that the caller can request again. The status is 503 if another task is running. */
    <T> T ifIdle(Supplier<T> work) {
        if (!turn.tryLock()) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "Figures are being protected at the moment. Try again later.")
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
