package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditEvent;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.protect.disclose.ProtectionProgress;
import org.tipstats.publish.checks.ReleaseAuditor;
import org.tipstats.publish.read.ReleaseReference;

/** Compiles accepted figures into releases and publishes them. Long work runs outside of transactions. */
@ApplicationScoped
public class ReleaseService {

    /** The kind of job that makes a draft. */
    public static final String DRAFT_JOB = "release";

    private final ReleaseRepository releases;
    private final ReleaseCompiler compiler;
    private final ReleaseAuditor auditor;
    private final PublicationService publication;
    private final AcceptedObservations accepted;
    private final ReleaseStorageService storage;
    private final PublicationAnnouncer news;
    private final AuditRecorder audit;
    private final Clock clock;

    ReleaseService(
            ReleaseRepository releases,
            ReleaseCompiler compiler,
            ReleaseAuditor auditor,
            PublicationService publication,
            AcceptedObservations accepted,
            ReleaseStorageService storage,
            PublicationAnnouncer news,
            AuditRecorder audit,
            Clock clock) {
        this.releases = releases;
        this.compiler = compiler;
        this.auditor = auditor;
        this.publication = publication;
        this.accepted = accepted;
        this.storage = storage;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Compiles all figures accepted now into a draft.
     *
     * @throws ProblemException 400 if the request is not valid; 409 if the id is taken
     */
    public ReleaseView draft(ReleaseRequest request, Actor by) {
        return draft(request, by, ProtectionProgress.SILENT);
    }

    /** Compiles a draft and reports the progress of protection. The long part runs outside of any transaction. */
    public ReleaseView draft(ReleaseRequest request, Actor by, ProtectionProgress progress) {
        List<InputError> faults = request.faults();
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults);
        }
        storage.requireFree(request.id());
        Instant now = clock.instant();
        long acceptance = accepted.latest();
        CompiledRelease compiled = compiler.compile(request.id(), acceptance, progress);
        Release release = Release.draft(request, acceptance, by, now);
        storage.keep(release, compiled, by);
        return ReleaseView.from(release, now, true);
    }

    /**
     * Approves a draft. Audits the stored draft together with all releases that are or will be public, outside of any
     * transaction.
     *
     * @throws ProblemException 409 with the checks that block it
     */
    public ReleaseView publish(String id, Actor by) {
        ReleaseReference draft = publication.prepare(id, by);
        return publication.publish(draft, auditor.auditStored(draft), by);
    }

    /** Deletes a draft or a release under embargo. */
    @Transactional
    public void drop(String id, Actor by) {
        Release release = releases.forChange(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requireDroppable(clock.instant());
        String hash = release.contentHash;
        releases.delete(release);
        audit.record(by.event("release-dropped", subject(id)).hashes(hash, null));
    }

    /**
     * Marks releases as published when their embargo is over, and announces them. They are visible from the end of the
     * embargo, even before this runs.
     */
    @Transactional
    public void settleEmbargoes() {
        for (Release release : releases.due(clock.instant())) {
            release.status = ReleaseStatus.PUBLISHED;
            news.announce(release);
            audit.record(AuditEvent.bySystem("release-embargo-ended", subject(release.id))
                    .hashes(release.contentHash, release.contentHash));
        }
    }

    private static String subject(String id) {
        return "releases/" + id;
    }
}
