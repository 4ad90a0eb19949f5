package org.tipstats.collect.metadata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.metadata.MetadataVersion.MetadataStatus;
import org.tipstats.collect.upload.FormLimits;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Receives national metadata from the submitters of an area and takes them through review. Keeps every version; the
 * newest accepted version is in force.
 */
@ApplicationScoped
@OwnAreas
public class MetadataService {

    private final SchemaRegistry schemas;
    private final MetadataRepository repository;
    private final NationalStructure structure;
    private final AuditRecorder audit;
    private final Clock clock;

    MetadataService(SchemaRegistry schemas, MetadataRepository repository, AuditRecorder audit, Clock clock) {
        this.schemas = schemas;
        this.repository = repository;
        this.structure = NationalStructure.of(schemas);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Metadata that a submitter sends.
     *
     * @param dataflow the id of the dataflow; null if the metadata are about all dataflows of the area
     */
    @Schema(name = "NationalMetadataRequest")
    public record MetadataRequest(String dataflow, MetadataContent content) {}

    /**
     * Returns all versions of an area, newest first.
     *
     * @throws ProblemException 404 if the actor neither submits for the area nor reads everything
     */
    public List<MetadataVersion> history(String area, Actor actor) {
        requireArea(area, actor.reports(area) || actor.readsAll());
        return repository.ofArea(area);
    }

    /**
     * Returns a version.
     *
     * @throws ProblemException 404 if there is none, or if the actor may not see it
     */
    public MetadataVersion get(String area, String version, Actor actor) {
        requireArea(area, actor.reports(area) || actor.readsAll());
        return find(area, version);
    }

    /**
     * Returns the versions that wait for a reviewer, the longest waiting first; empty if the actor is not a reviewer.
     */
    public List<MetadataVersion> waiting(Actor actor) {
        return actor.may(AccountRole.REVIEWER) ? repository.waiting() : List.of();
    }

    /** Returns whether the actor wrote the version. If so, another reviewer must decide. */
    public boolean isWriter(MetadataVersion version, Actor actor) {
        return repository.isWriter(version.area(), version.version(), actor);
    }

    /**
     * Adds a version, which waits for a reviewer. Withdraws an earlier version about the same dataflow if it still
     * waits. An empty version withdraws what the area said about the dataflow, or about all dataflows if the request
     * names none.
     *
     * @throws ProblemException 400 if the content is not valid; 404 if the actor does not submit for the area; 409 if
     *     the area has too many versions
     */
    @Transactional
    public MetadataVersion write(String area, MetadataRequest request, Actor by) {
        requireArea(area, by.reports(area));
        String dataflow = request == null ? null : request.dataflow();
        requireDataflow(dataflow);
        MetadataContent content = request == null ? null : request.content();
        repository.lock(area);
        boolean withdraws = content != null
                && content.saysNothing()
                && MetadataVersion.saySomething(repository.ofArea(area), dataflow);
        if (!withdraws) {
            new MetadataCheck(
                            structure,
                            firstYear(),
                            clock.instant().atZone(ZoneOffset.UTC).getYear())
                    .require(content);
        }
        int version = repository.lastVersion(area) + 1;
        if (version > FormLimits.MAX_VERSIONS) {
            throw ProblemException.conflict(
                    "The country or area has " + FormLimits.MAX_VERSIONS + " versions, which is the limit.");
        }
        Instant now = clock.instant();
        repository.withdrawWaiting(area, dataflow, by, now);
        repository.add(area, version, dataflow, content, by, now);
        return recorded("metadata-submitted", area, version, by);
    }

    /**
     * Accepts a version that waits. The version is then public and in force.
     *
     * @throws ProblemException 403 if the actor wrote the version; 404 if there is no such version; 409 if it does not
     *     wait
     */
    @Transactional
    public MetadataVersion accept(String area, String version, Actor by) {
        return decide(area, version, MetadataStatus.ACCEPTED, null, by);
    }

    /**
     * Returns a waiting version to its area.
     *
     * @throws ProblemException 400 without a reason; 403, 404 and 409 as for an acceptance
     */
    @Transactional
    public MetadataVersion giveBack(String area, String version, String reason, Actor by) {
        SubmissionTexts.require("/reason", reason, "Give a reason: the submitter must know what to change.");
        return decide(area, version, MetadataStatus.RETURNED, reason.strip(), by);
    }

    private MetadataVersion decide(String area, String version, MetadataStatus status, String reason, Actor by) {
        requireArea(area, by.may(AccountRole.REVIEWER));
        repository.lock(area);
        MetadataVersion found = find(area, version);
        if (repository.isWriter(area, found.version(), by)) {
            throw ProblemException.forbidden("You wrote these metadata, so another reviewer must decide.");
        }
        if (found.status() != MetadataStatus.SUBMITTED) {
            throw ProblemException.conflict("This version does not wait for a decision. It is " + found.status() + ".");
        }
        repository.decide(area, found.version(), status, reason, by, clock.instant());
        return recorded(
                status == MetadataStatus.ACCEPTED ? "metadata-accepted" : "metadata-returned",
                area,
                found.version(),
                by);
    }

    /**
     * Records that the accepted metadata are still correct.
     *
     * @throws ProblemException 404 if the actor does not submit for the area, or if there is no such version; 409 if
     *     the version is not the one in force
     */
    @Transactional
    public MetadataVersion confirm(String area, String version, Actor by) {
        requireArea(area, by.reports(area));
        repository.lock(area);
        MetadataVersion found = find(area, version);
        Instant now = clock.instant();
        if (repository.inForce(area, now).stream().noneMatch(each -> each.version() == found.version())) {
            throw ProblemException.conflict(
                    "Only the newest accepted version can be confirmed. This one does not hold.");
        }
        repository.confirm(area, found.version(), by, now);
        return recorded("metadata-confirmed", area, found.version(), by);
    }

    private MetadataVersion recorded(String action, String area, int version, Actor by) {
        MetadataVersion made = repository.version(area, version).orElseThrow();
        audit.record(by.event(action, "areas/" + area + "/metadata/" + version)
                .detail("dataflow", made.dataflow() == null ? "*" : made.dataflow()));
        return made;
    }

    private MetadataVersion find(String area, String version) {
        if (version == null || !version.matches("[1-9][0-9]{0,8}")) {
            throw ProblemException.notFound("version");
        }
        return repository
                .version(area, Integer.parseInt(version))
                .orElseThrow(() -> ProblemException.notFound("version"));
    }

    private void requireArea(String area, boolean mayAct) {
        if (!mayAct || schemas.areas().singleArea(area).isEmpty()) {
            throw ProblemException.notFound("area");
        }
    }

    private void requireDataflow(String dataflow) {
        List<String> known = schemas.reported().stream().map(Dataflow::id).toList();
        if (dataflow != null && !known.contains(dataflow)) {
            throw ProblemException.body(
                    "/dataflow",
                    dataflow,
                    "Areas do not report such a dataflow.",
                    WordSuggestions.near(dataflow, known));
        }
    }

    private int firstYear() {
        return Integer.parseInt(schemas.reported().get(0).structure().time().valueAt(0));
    }
}
