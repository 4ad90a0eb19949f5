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

/** Runs disclosure control, one work at a time in an instance: each may need most of the memory and both processors. */
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

    /** Does work that compiles and protects, after all other such work. */
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** The same for work that can be asked for again: a 503 while other such work is done. */
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
     * Protects compiled cubes with the thresholds that hold now, see {@link DisclosureControl#protect}. Dataflows that round
     * are rounded instead; no published count of theirs is exact, so there is nothing in them that suppression could compute
     * with.
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
