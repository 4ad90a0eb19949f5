package org.tipstats.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tipstats.access.Actor;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.storage.Database;
import org.tipstats.submission.AcceptedObservations;

/** Keeps drafts: each is there with its whole content or not at all. */
@ApplicationScoped
class ReleaseStorageService {

    private final ReleaseRepository releases;
    private final ReleaseContentRepository contents;
    private final BesideRepository beside;
    private final AcceptedObservations accepted;
    private final SchemaRegistry schemas;
    private final Database database;
    private final AuditRecorder audit;
    private final ObjectMapper json;

    ReleaseStorageService(
            ReleaseRepository releases,
            ReleaseContentRepository contents,
            BesideRepository beside,
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

    /** 409 for an id that is taken. */
    @Transactional
    void requireFree(String id) {
        if (releases.findByIdOptional(id).isPresent()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There is already a release with the id " + id + " already.");
        }
    }

    /** Stores a draft with its content; 409 when its id was taken meanwhile. */
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
        audit.record(by.did("release-drafted", "releases/" + release.id)
                .hashes(null, release.contentHash)
                .detail("acceptance", release.acceptance));
    }
}
