package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Runs disclosure control. Each instance of the service runs only one task at a time, because a task may need most of
 * the memory and works in two threads.
 */
@ApplicationScoped
public class Protection {

    private final SchemaRegistry schemas;
    private final AreaThresholdRepository thresholds;
    private final YearAudits audits;
    private final StoredSearches searches;
    private final ReentrantLock turn = new ReentrantLock(true);

    Protection(SchemaRegistry schemas, AreaThresholdRepository thresholds, YearAudits audits, StoredSearches searches) {
        this.searches = searches;
        this.schemas = schemas;
        this.thresholds = thresholds;
        this.audits = audits;
    }

    /** Waits until no other task runs, then runs a task that compiles and protects figures. */
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Protects compiled cubes. Rounds the dataflows whose schema requires rounding. In all other dataflows, suppresses
     * figures with the current thresholds; see {@link DisclosureControl#protect}.
     */
    public AuditedRelease protect(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        return protect(compiled, earlier, Exceptions.NONE, progress);
    }

    /** Protects compiled cubes as {@link #protect} does, with exceptions for some years and figures. */
    public AuditedRelease protect(
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            Exceptions exceptions,
            ProtectionProgress progress) {
        RoundedFigures rounding = new RoundedFigures(schemas.submitted());
        List<EarlierRelease> exact =
                earlier.stream().map(release -> release.with(rounding::exact)).toList();
        AreaSettings areas = thresholds.all();
        AuditedRelease audited = new AuditedSuppression(
                        new DisclosureControl(schemas.submitted(), areas, exceptions, searches),
                        audits,
                        YearAudits.policy(schemas, areas))
                .protect(rounding.exact(compiled), exact, progress);
        ProtectedRelease suppressed = audited.release();
        Map<String, ProtectedCube> cubes = new TreeMap<>(suppressed.cubes());
        cubes.putAll(rounding.protect(compiled, earlier));
        return new AuditedRelease(
                new ProtectedRelease(cubes, suppressed.blockers(), suppressed.cost()),
                audited.audited(),
                audited.changed(),
                audited.took(),
                audited.policy());
    }

    /** Protects compiled cubes and always audits them, unless the result is blocked. */
    public AuditedRelease tryOut(Map<String, Cube> compiled, List<EarlierRelease> earlier, Exceptions exceptions) {
        AuditedRelease tried = protect(compiled, earlier, exceptions, ProtectionProgress.SILENT);
        if (!tried.release().isPublishable() || tried.report().isPresent()) {
            return tried;
        }
        List<EarlierRelease> vintages = new ArrayList<>(earlier);
        vintages.add(new EarlierRelease("", compiled, published(tried.release().cubes())));
        return new AuditedRelease(
                tried.release(), Optional.of(audits.audit(vintages)), tried.changed(), tried.took(), tried.policy());
    }

    /** Returns the cubes as they are published, by the id of their dataflow. */
    public static Map<String, Cube> published(Map<String, ProtectedCube> cubes) {
        Map<String, Cube> published = new TreeMap<>();
        cubes.forEach((id, cube) -> published.put(id, cube.cube()));
        return published;
    }

    /**
     * A protected release and the result of an audit of this release together with all releases that are, were or will
     * be public. Both are confidential.
     *
     * @param audited the result of the audit; empty if the release is blocked, or if {@code protect} made it and an
     *     audit recovered figures
     * @param changed the years with new information, if only these years were audited; empty if all years were audited
     * @param took the sum of the times of all audits, although some run in parallel
     * @param policy the digest of the policy that protected the release
     */
    public record AuditedRelease(
            ProtectedRelease release,
            Optional<AuditedYears> audited,
            List<String> changed,
            Duration took,
            String policy) {

        public Optional<AuditReport> report() {
            return audited.map(AuditedYears::report);
        }
    }

    /**
     * Reports the progress of protection to a job, in percent. The work before protection makes up 10 percent. With
     * several years, the progress rises after the search and audit of each year. A single year is protected in rounds.
     * Their number is unknown, so each round gets three fifths of the remaining progress. The audit gets the rest. The
     * progress never goes backwards.
     */
    public static final class ProtectionStages implements ProtectionProgress {

        private static final int COMPILED_PERCENT = 10;
        private static final int PROTECTED_PERCENT = 95;

        private final JobProgressListener watch;
        private int begun = COMPILED_PERCENT;
        private int reached = COMPILED_PERCENT;
        private int last;

        public ProtectionStages(JobProgressListener watch) {
            this.watch = watch;
        }

        @Override
        public void parts(int done, int all) {
            if (done < last) {
                begun = reached;
            }
            last = done;
            report((PROTECTED_PERCENT - begun) * 3 / 5, done, all);
        }

        @Override
        public void audited(int done, int all) {
            if (done == 0) {
                begun = reached;
            }
            report(PROTECTED_PERCENT - begun, done, all);
        }

        private void report(int share, int done, int all) {
            reached = Math.max(reached, begun + share * done / Math.max(1, all));
            watch.report("protecting", reached);
        }
    }
}
