package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.checks.ReleaseAuditor;
import org.tipstats.publish.checks.ReleaseAuditor.StoredAudit;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.tables.TableService;
import org.tipstats.publish.tables.TableService.WrittenTables;

/**
 * The two transactions of a publication. The first takes place before the audit and refuses drafts that cannot be
 * published even if the audit finds nothing. The second takes place after the audit and publishes the draft.
 */
@ApplicationScoped
class PublicationService {

    private final ReleaseRepository releases;
    private final ReleaseInspection inspection;
    private final ReleaseAuditor auditor;
    private final Database database;
    private final TableService tables;
    private final PublicationAnnouncer news;
    private final AuditRecorder log;
    private final Clock clock;

    PublicationService(
            ReleaseRepository releases,
            ReleaseInspection inspection,
            ReleaseAuditor auditor,
            Database database,
            TableService tables,
            PublicationAnnouncer news,
            AuditRecorder log,
            Clock clock) {
        this.releases = releases;
        this.inspection = inspection;
        this.auditor = auditor;
        this.database = database;
        this.tables = tables;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns the draft for the audit. Refuses drafts that {@link #publish} would refuse even if the audit finds
     * nothing.
     */
    @Transactional
    ReleaseReference prepare(String id, Actor by) {
        Release release = releases.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requirePublishable(by, clock.instant());
        requireSafe(id, inspection.inspect(release, false).blocking());
        return release.reference();
    }

    /**
     * Approves an audited draft.
     *
     * @param written the files of its open tables, which belong to the release from now on
     * @throws ProblemException 403 if the actor made the draft; 404 if it was deleted; 409 if checks block the
     *     publication, or if the draft was published or replaced after the audit
     */
    @Transactional
    ReleaseView publish(ReleaseReference audited, StoredAudit audit, Optional<WrittenTables> written, Actor by) {
        database.lock("publication");
        Release release = releases.forChange(audited.id()).orElseThrow(() -> ProblemException.notFound("release"));
        Instant now = clock.instant();
        release.publish(by, now, releases.lastPublication());
        if (!release.contentHash.equals(audited.contentHash())) {
            throw remade(release.id);
        }
        if (!audit.found().isSafe()) {
            requireSafe(release.id, List.of(audit.found().check()));
        }
        requireSafe(release.id, inspection.inspect(release, false).blocking());
        auditor.keep(release.id, audit);
        written.ifPresent(tables::name);
        boolean scheduled = release.status == ReleaseStatus.SCHEDULED;
        ChainHead entry = log.record(by.event(scheduled ? "release-scheduled" : "release-published", release.subject())
                .hashes(null, release.contentHash)
                .detail("publishedAt", release.publishedAt.toString()));
        if (!scheduled) {
            news.announce(release, entry);
        }
        return ReleaseView.fresh(release, now, entry);
    }

    /** Returns the problem for a draft that changed after the publisher approved it. */
    static ProblemException remade(String id) {
        return ProblemException.conflict(
                "Release " + id + " was remade in the meantime. Review it and publish it again.");
    }

    private static void requireSafe(String id, List<ReleaseCheck> blocking) {
        if (!blocking.isEmpty()) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONFLICT,
                            "Release " + id + " is not safe to publish: "
                                    + blocking.get(0).message())
                    .with("checks", blocking));
        }
    }
}
