package org.tipstats.publish.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.OtherSourceRepository;
import org.tipstats.publish.read.ReleaseContentRepository;
import org.tipstats.publish.release.ReleaseCompiler.CompiledRelease;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Stores drafts. One transaction stores a draft with its whole content. */
@ApplicationScoped
class ReleaseStorageService {

    private final ReleaseRepository releases;
    private final ReleaseContentRepository contents;
    private final OtherSourceRepository beside;
    private final AcceptedObservations accepted;
    private final SchemaRegistry schemas;
    private final Database database;
    private final AuditRecorder audit;
    private final ObjectMapper json;

    ReleaseStorageService(
            ReleaseRepository releases,
            ReleaseContentRepository contents,
            OtherSourceRepository beside,
            AcceptedObservations accepted,
            SchemaRegistry schemas,
            Database database,
            AuditRecorder audit,
            ObjectMapper json) {
        this.releases = releases;
        this.contents = contents;
        this.beside = beside;
        this.accepted = accepted;
        this.schemas = schemas;
        this.database = database;
        this.audit = audit;
        this.json = json;
    }

    /** Throws a 409 if a release with this id already exists. */
    @Transactional
    void requireFree(String id) {
        if (releases.findByIdOptional(id).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "There is already a release with the id " + id + ".");
        }
    }

    /**
     * Stores a draft with its content.
     *
     * @throws ProblemException 409 if another release took the id in the meantime
     */
    @Transactional
    void keep(Release release, CompiledRelease compiled, Actor by) {
        database.lock("release " + release.id);
        requireFree(release.id);
        release.contentHash = compiled.contentHash();
        release.protectedAgainst = compiled.protectedAgainst().toArray(new String[0]);
        release.checks = compiled.summary().toJson(json);
        releases.persist(release);
        releases.flush();
        compiled.texts()
                .forEach((id, text) ->
                        contents.store(release.id, schemas.dataflow(id).orElseThrow(), text));
        compiled.unpublished().forEach((id, text) -> contents.storeUnpublished(release.id, id, text));
        compiled.beside().forEach(text -> beside.store(release.id, text));
        contents.addSources(release.id, accepted.submissionsUpTo(release.acceptance));
        audit.record(by.event("release-drafted", "releases/" + release.id)
                .hashes(null, release.contentHash)
                .detail("acceptance", release.acceptance));
    }
}
