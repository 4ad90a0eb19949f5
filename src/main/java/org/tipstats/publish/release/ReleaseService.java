package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tipstats.collect.receive.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditEvent;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.protect.disclose.ProtectionProgress;

/** Compiles what is accepted into releases and publishes them: each step is one transaction. */
@ApplicationScoped
public class ReleaseService {

    /** What jobs are called that make a draft. */
    public static final String JOB = "release";

    private final ReleaseRepository releases;
    private final ReleaseCompiler compiler;
    private final ReleaseAuditor auditor;
    private final PublicationService publication;
    private final AcceptedObservations accepted;
    private final ReleaseStorageService storage;
    private final PublicationNews news;
    private final AuditRecorder audit;
    private final Clock clock;

    ReleaseService(
            ReleaseRepository releases,
            ReleaseCompiler compiler,
            ReleaseAuditor auditor,
            PublicationService publication,
            AcceptedObservations accepted,
            ReleaseStorageService storage,
            PublicationNews news,
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

    /** Compiles everything accepted now into a draft. 400 for an id that is none, 409 for one that is taken. */
    public ReleaseView draft(ReleaseRequest request, Actor by) {
        return draft(request, by, ProtectionProgress.SILENT);
    }

    /** The same, telling how far the protection is: what takes long is done outside of any transaction. */
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
     * Approves a draft; 409 with the checks that block it. All that is or will be public is audited once more, as it is
     * stored and outside of any transaction.
     */
    public ReleaseView publish(String id, Actor by) {
        ReleaseReference draft = publication.prepare(id, by);
        return publication.publish(draft, auditor.auditStored(draft), by);
    }

    /** Deletes a draft or a release that is still under embargo. */
    @Transactional
    public void drop(String id, Actor by) {
        Release release = releases.forChange(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requireDroppable(clock.instant());
        String hash = release.contentHash;
        releases.delete(release);
        audit.record(by.did("release-dropped", subject(id)).hashes(hash, null));
    }

    /** Marks releases whose embargo is over as published, and tells it. They were visible from that very instant on. */
    @Transactional
    public void settleEmbargoes() {
        for (Release release : releases.due(clock.instant())) {
            release.status = ReleaseStatus.PUBLISHED;
            news.tell(release);
            audit.record(AuditEvent.bySystem("release-embargo-ended", subject(release.id))
                    .hashes(release.contentHash, release.contentHash));
        }
    }

    private static String subject(String id) {
        return "releases/" + id;
    }
}
