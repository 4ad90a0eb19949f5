package org.tipstats.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tipstats.access.Actor;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.storage.Database;

/** The two steps of a publication: what can be refused at once, and after the audit the publication itself. */
@ApplicationScoped
class PublicationService {

    private final ReleaseRepository releases;
    private final ReleaseInspection inspection;
    private final Database database;
    private final PublicationNews news;
    private final AuditRecorder log;
    private final Clock clock;

    PublicationService(
            ReleaseRepository releases,
            ReleaseInspection inspection,
            Database database,
            PublicationNews news,
            AuditRecorder log,
            Clock clock) {
        this.releases = releases;
        this.inspection = inspection;
        this.database = database;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /** The draft that is to be audited; refuses what {@link #publish} would refuse whatever the audit finds. */
    @Transactional
    ReleaseReference prepare(String id, Actor by) {
        Release release = releases.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requirePublishable(by, clock.instant());
        requireSafe(id, inspection.inspect(release, false).blocking());
        return new ReleaseReference(id, release.title, null, release.contentHash, release.acceptance, false);
    }

    /** Approves a draft that was audited; 409 with the checks that block it, or when it is another one by now. */
    @Transactional
    ReleaseView publish(ReleaseReference audited, AuditSummary audit, Actor by) {
        database.lock("publication");
        Release release = releases.forChange(audited.id()).orElseThrow(() -> ProblemException.notFound("release"));
        Instant now = clock.instant();
        release.publish(by, now);
        if (!release.contentHash.equals(audited.contentHash())) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Release " + release.id + " was remade in the meantime. Review it and publish it again.");
        }
        if (!audit.isSafe()) {
            requireSafe(release.id, List.of(audit.check()));
        }
        requireSafe(release.id, inspection.inspect(release, false).blocking());
        boolean scheduled = release.status == ReleaseStatus.SCHEDULED;
        if (!scheduled) {
            news.tell(release);
        }
        log.record(by.did(scheduled ? "release-scheduled" : "release-published", "releases/" + release.id)
                .hashes(null, release.contentHash)
                .detail("publishedAt", release.publishedAt.toString()));
        return ReleaseView.from(release, now, true);
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
