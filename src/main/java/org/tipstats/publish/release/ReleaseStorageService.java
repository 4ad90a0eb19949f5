package org.tipstats.publish.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.OtherSourceRepository;
import org.tipstats.publish.read.ReleaseContentRepository;
import org.tipstats.publish.release.ReleaseCompiler.CompiledRelease;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.remedy.Remedy;
import org.tipstats.publish.remedy.RemedySummary;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Stores drafts. One transaction stores a draft with its whole content. */
@ApplicationScoped
class ReleaseStorageService {

    private static final int MAX_FAULTS = 50;

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
            throw ProblemException.conflict("There is already a release with the id " + id + ".");
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
        store(release, compiled);
        record(by.event("release-drafted", release.subject()).hashes(null, release.contentHash), release, compiled);
    }

    private void store(Release release, CompiledRelease compiled) {
        release.contentHash = compiled.contentHash();
        release.protectedAgainst = compiled.protectedAgainst().toArray(new String[0]);
        release.policy = compiled.policy();
        release.checks = JsonText.write(json, compiled.summary());
        boolean none = compiled.remedies().equals(RemedySummary.NONE);
        release.remedies = none ? null : JsonText.write(json, compiled.remedies());
        releases.persist(release);
        releases.flush();
        compiled.texts()
                .forEach((id, text) ->
                        contents.store(release.id, schemas.dataflow(id).orElseThrow(), text));
        compiled.unpublished().forEach((id, text) -> contents.storeUnpublished(release.id, id, text));
        compiled.beside().forEach(text -> beside.store(release.id, text));
        contents.addSources(release.id, accepted.submissionsUpTo(release.acceptance));
    }

    private void record(AuditEvent event, Release release, CompiledRelease compiled) {
        String remedies = compiled.remedies().text(schemas, List.of(), "en");
        AuditEvent drafted = event.detail("acceptance", release.acceptance);
        audit.record(remedies.isEmpty() ? drafted : drafted.detail("remedies", remedies));
    }

    /**
     * Returns a new draft with the same acceptances, for {@link #replace}.
     *
     * @param ids the remedies to apply in addition
     * @throws ProblemException 404 if there is no such release; 409 if it is not a draft; 400 if the draft does not
     *     offer one of the remedies
     */
    @Transactional
    RemedyPlan plan(String id, List<String> ids, Actor by, Instant at) {
        Release release = releases.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requireDraft(at);
        RemedySummary summary = RemedySummary.parse(release.remedies, json);
        List<String> offered = summary.offers().stream().map(RemedyOffer::id).toList();
        List<InputError> faults = new ArrayList<>();
        List<Remedy> all = new ArrayList<>(summary.remedies());
        for (int i = 0; i < ids.size() && faults.size() < MAX_FAULTS; i++) {
            if (offered.contains(ids.get(i))) {
                Remedy.parse(ids.get(i)).filter(remedy -> !all.contains(remedy)).ifPresent(all::add);
            } else {
                faults.add(InputError.pointer(
                        "/ids/" + i,
                        ids.get(i),
                        "The draft does not offer this remedy. Choose one of those in its checks.",
                        offered));
            }
        }
        ProblemException.requireNone(faults);
        return new RemedyPlan(release.redraft(by, at), release.contentHash, all, summary.remedies());
    }

    /**
     * A draft to be compiled again.
     *
     * @param contentHash the hash of the draft that it replaces
     * @param before the remedies of the draft that it replaces
     */
    record RemedyPlan(Release draft, String contentHash, List<Remedy> remedies, List<Remedy> before) {}

    /**
     * Replaces a draft by one that was compiled again.
     *
     * @throws ProblemException 409 if someone published, replaced or deleted the draft in the meantime
     */
    @Transactional
    void replace(RemedyPlan plan, CompiledRelease compiled, Actor by) {
        Release old = releases.forChange(plan.draft().id)
                .filter(release ->
                        release.status == ReleaseStatus.DRAFT && release.contentHash.equals(plan.contentHash()))
                .orElseThrow(() -> ProblemException.conflict(
                        "The draft " + plan.draft().id + " changed in the meantime. Read its checks again."));
        releases.delete(old);
        releases.flush();
        store(plan.draft(), compiled);
        record(
                by.event("release-remedied", old.subject()).hashes(plan.contentHash(), plan.draft().contentHash),
                plan.draft(),
                compiled);
    }

    /**
     * Returns the remedies of published, scheduled and withdrawn releases that a new release must have, too. If the new
     * release showed merged categories separately, it would reveal the figures that were merged. A total that was
     * withheld once stays withheld. Areas that were left out are not left out again.
     */
    @Transactional
    List<Remedy> inherited() {
        return releases.withRemedies().stream()
                .flatMap(release -> RemedySummary.parse(release.remedies, json).remedies().stream())
                .filter(remedy -> remedy.kind() != Remedy.Kind.LEAVE_OUT)
                .distinct()
                .toList();
    }
}
