package org.tipstats.publish.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.checks.ReleaseAuditor;
import org.tipstats.publish.checks.ReleaseAuditor.StoredAudit;
import org.tipstats.publish.consult.ConsultationService;
import org.tipstats.publish.draft.Protection.ProtectionStages;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseCompiler.CompiledRelease;
import org.tipstats.publish.release.ReleaseStorageService.RemedyPlan;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.remedy.Remedy;
import org.tipstats.publish.tables.TableService;
import org.tipstats.publish.tables.TableService.WrittenTables;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Compiles accepted figures into releases and publishes them. Long work runs outside of transactions. */
@ApplicationScoped
public class ReleaseService {

    private final ReleaseRepository releases;
    private final ReleaseCompiler compiler;
    private final ReleaseAuditor auditor;
    private final PublicationService publication;
    private final AcceptedObservations accepted;
    private final ReleaseStorageService storage;
    private final TableService tables;
    private final PublicationAnnouncer news;
    private final ConsultationService consultations;
    private final AuditRecorder audit;
    private final SchemaRegistry schemas;
    private final Clock clock;

    ReleaseService(
            ReleaseRepository releases,
            ReleaseCompiler compiler,
            ReleaseAuditor auditor,
            PublicationService publication,
            AcceptedObservations accepted,
            ReleaseStorageService storage,
            TableService tables,
            PublicationAnnouncer news,
            ConsultationService consultations,
            AuditRecorder audit,
            SchemaRegistry schemas,
            Clock clock) {
        this.releases = releases;
        this.compiler = compiler;
        this.auditor = auditor;
        this.publication = publication;
        this.accepted = accepted;
        this.storage = storage;
        this.tables = tables;
        this.news = news;
        this.consultations = consultations;
        this.audit = audit;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Compiles a draft and reports the progress of protection. The long part runs outside of any transaction. */
    public ReleaseView draft(ReleaseRequest request, Actor by, JobProgressListener watch) {
        ProblemException.requireNone(request.faults());
        storage.requireFree(request.id());
        Instant now = clock.instant();
        long acceptance = accepted.latest();
        CompiledRelease compiled =
                compiler.compile(request.id(), acceptance, storage.inherited(), new ProtectionStages(watch));
        Release release = Release.draft(request, acceptance, by, now);
        note(release, compiled, List.of());
        storage.keep(release, compiled, by);
        return ReleaseView.fresh(release, now, null);
    }

    /**
     * Compiles a draft again, with its present remedies and those with the given ids. The actor becomes the maker of
     * the draft, so another publisher must publish it.
     *
     * @throws ProblemException 400 if no remedy is named, or if the draft does not offer one of them; 404 if there is
     *     no such release; 409 if it is not a draft, or if the draft changed in the meantime
     */
    public ReleaseView remedy(String id, RemedyRequest request, Actor by, JobProgressListener watch) {
        if (request == null || request.ids() == null || request.ids().isEmpty()) {
            throw ProblemException.body("/ids", null, "Name at least one remedy that the checks of the draft offer.");
        }
        Instant now = clock.instant();
        RemedyPlan plan = storage.plan(id, request.ids(), by, now);
        CompiledRelease compiled =
                compiler.compile(id, plan.draft().acceptance, plan.remedies(), new ProtectionStages(watch));
        note(plan.draft(), compiled, plan.before());
        storage.replace(plan, compiled, by);
        return ReleaseView.fresh(plan.draft(), now, null);
    }

    public record RemedyRequest(List<String> ids) {}

    /** Adds a paragraph about the new remedies of a draft to its notes. */
    private void note(Release release, CompiledRelease compiled, List<Remedy> before) {
        if (!compiled.remedies().text(schemas, before, "en").isEmpty()) {
            release.note(language -> Bundle.of(Remedy.class, "remedies", language)
                    .text("notes", Map.of("remedies", compiled.remedies().text(schemas, before, language))));
        }
    }

    /**
     * Approves a draft. Audits the stored draft together with all releases that are, were or will be public. If it is
     * safe, writes its open tables, outside of any transaction.
     *
     * @param approved the content hash of the draft that the publisher approved
     * @throws ProblemException 403 if the actor made the draft; 404 if there is no such release; 409 if the draft has
     *     other content or is already published, or with the checks that block publication; 503 or 507 if the open
     *     tables cannot be written
     */
    public ReleaseView publish(String id, String approved, Actor by, JobProgressListener watch) {
        ReleaseReference draft = publication.prepare(id, by);
        if (!draft.contentHash().equals(approved)) {
            throw PublicationService.remade(id);
        }
        watch.report("auditing", 0);
        StoredAudit found = auditor.auditStored(draft);
        watch.report("writing", 60);
        Optional<WrittenTables> written = found.found().isSafe() ? tables.write(draft) : Optional.empty();
        watch.report("publishing", 90);
        return publication.publish(draft, found, written, by);
    }

    @Transactional
    public void drop(String id, Actor by) {
        Release release = releases.forChange(id).orElseThrow(() -> ProblemException.notFound("release"));
        release.requireDroppable(clock.instant());
        String hash = release.contentHash;
        releases.delete(release);
        consultations.end(id);
        audit.record(by.event("release-dropped", release.subject()).hashes(hash, null));
    }

    /**
     * Marks releases as published when their embargo is over, and announces them. A release is visible from the end of
     * its embargo, even before this method runs.
     */
    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void settleEmbargoes() {
        for (Release release : releases.due(clock.instant())) {
            release.status = ReleaseStatus.PUBLISHED;
            news.announce(
                    release,
                    audit.record(AuditEvent.bySystem("release-embargo-ended", release.subject())
                            .hashes(release.contentHash, release.contentHash)));
        }
    }

    /**
     * A request for a draft.
     *
     * @param language the language of a title and of notes that are strings; null for English
     * @param embargoUntil the public sees nothing of the release before this time; null for no embargo
     */
    public record ReleaseRequest(
            String id,
            @Schema(ref = "ReleaseText") ReleaseText title,
            @Schema(ref = "ReleaseText") ReleaseText notes,
            String language,
            Instant embargoUntil) {

        private static final String PLACE = "/api/v1/releases/";
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        /** The names that the API and open tables use for the newest release, so no release can have them as its id. */
        private static final Set<String> NEWEST = Set.of("latest", "main");

        private static final int MAX_TITLE = 300;
        private static final int MAX_NOTES = 10_000;
        private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

        /** Returns the URL path of the future draft, or null if the request has errors. */
        public String address() {
            return faults().isEmpty() ? addressOf(id) : null;
        }

        static String addressOf(String id) {
            return PLACE + id;
        }

        public static String idOf(String place) {
            return place.substring(PLACE.length());
        }

        /** Returns all errors of the request; empty if a draft can be made. */
        public List<InputError> faults() {
            List<InputError> faults = new ArrayList<>();
            if (id == null || !ID.matcher(id).matches()) {
                faults.add(InputError.pointer(
                        "/id",
                        id,
                        "A release id must have 1 to 64 letters, digits, dots, hyphens or underscores and begin with a"
                                + " letter or digit."));
            } else if (NEWEST.contains(id)) {
                faults.add(InputError.pointer("/id", id, "\"" + id + "\" always means the newest release."));
            }
            if (title == null || title.isEmpty()) {
                faults.add(InputError.pointer("/title", title == null ? null : title.plain(), "The title is missing."));
            } else {
                faults.addAll(title.faults("/title", MAX_TITLE));
            }
            if (notes != null) {
                faults.addAll(notes.faults("/notes", MAX_NOTES));
            }
            if (language != null && !LocalText.LANGUAGES.contains(language)) {
                faults.add(LanguageTexts.unknown("/language", language));
            }
            if (embargoUntil != null && (embargoUntil.isBefore(FIRST) || embargoUntil.isAfter(LAST))) {
                faults.add(InputError.pointer(
                        "/embargoUntil",
                        embargoUntil.toString(),
                        "An embargo must end between the years 2000 and 2199."));
            }
            return faults;
        }

        LocalText titles() {
            return title.in(languageOfStrings());
        }

        /** Returns the notes by language; an empty text without notes. */
        LocalText notesIn() {
            return notes == null ? LocalText.EMPTY : notes.in(languageOfStrings());
        }

        private String languageOfStrings() {
            return language == null ? "en" : language;
        }
    }
}
