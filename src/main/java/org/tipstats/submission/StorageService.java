package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.schema.Dataflow;
import org.tipstats.storage.Database;
import org.tipstats.validation.ReportJson;
import org.tipstats.validation.SubmittedRows;
import org.tipstats.validation.Validation;

/** Keeps validated files: all of a submission, or nothing, in one transaction; the same file once. */
@ApplicationScoped
class StorageService {

    private final SubmissionRepository submissions;
    private final StoredFileRepository files;
    private final FindingRepository findings;
    private final SubmittedValueRepository values;
    private final IdempotencyRepository answers;
    private final Database database;
    private final AuditRecorder audit;
    private final Clock clock;

    StorageService(
            SubmissionRepository submissions,
            StoredFileRepository files,
            FindingRepository findings,
            SubmittedValueRepository values,
            IdempotencyRepository answers,
            Database database,
            AuditRecorder audit,
            Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.findings = findings;
        this.values = values;
        this.answers = answers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The reception of the same request or the same file before, if there was one. */
    @Transactional
    Optional<Reception> before(ReceivedFile file, Dataflow dataflow, Mode mode, String key, Actor actor) {
        Submitted submitted = new Submitted(dataflow, mode, List.of(), List.of());
        if (key != null) {
            Optional<Reception> answered = answers.find(actor, key, fingerprint(file, submitted))
                    .map(this::again);
            if (answered.isPresent()) {
                return answered;
            }
        }
        Optional<Reception> same = submissions
                .sameFile(submitted, file.sha256(), actor)
                .map(submission -> Reception.of(submission, false));
        if (key != null) {
            same.ifPresent(reception -> remember(key, fingerprint(file, submitted), reception, actor));
        }
        return same;
    }

    /** Keeps a file with its report and, when it is valid, its values. */
    @Transactional(rollbackOn = Exception.class)
    Reception keep(ReceivedFile file, Submitted submitted, Validation validation, String key, Actor actor)
            throws IOException {
        if (key != null) {
            answers.lock(actor, key);
        }
        database.lock("file " + actor.id() + " " + submitted.dataflow().id() + " " + file.sha256());
        Optional<Reception> before = before(file, submitted.dataflow(), submitted.mode(), key, actor);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        Submission submission = Submission.received(file, submitted, validation.report(), actor, now);
        submission.reportHead = ReportJson.write(validation.report());
        submissions.persist(submission);
        submissions.flush();
        files.store(submission.id, file.path());
        findings.store(submission.id, validation.findings(0));
        if (submission.status != SubmissionStatus.INVALID) {
            storeValues(file, submitted, submission, actor, now);
        }
        Reception reception = Reception.of(submission, true);
        if (key != null) {
            remember(key, fingerprint(file, submitted), reception, actor);
        }
        submissions.flush();
        audit.record(actor.did("submission-received", subject(submission.id))
                .hashes(null, file.sha256())
                .detail("dataflow", submission.dataflow)
                .detail("status", submission.status.name()));
        return reception;
    }

    private void storeValues(ReceivedFile file, Submitted submitted, Submission submission, Actor actor, Instant now)
            throws IOException {
        try (SubmittedRows rows = SubmittedRows.open(file.path(), submitted.dataflow())) {
            values.store(submission.id, submitted.dataflow(), rows);
        }
        for (UUID older : replaced(submission, actor)) {
            submissions.findById(older).withdraw("Replaced by submission " + submission.id, actor, now);
        }
    }

    private List<UUID> replaced(Submission submission, Actor actor) {
        return submission.mode == Mode.REPLACE
                ? submissions.pendingWithin(submission)
                : values.contained(submission.id, actor.id(), submission.dataflow);
    }

    /** Refuses a file that must not be kept: only its hash, the time and the account enter the audit log. */
    @Transactional
    Reception refuse(ReceivedFile file, Submitted submitted, String key, Actor actor) {
        if (key != null) {
            answers.lock(actor, key);
            if (answers.find(actor, key, fingerprint(file, submitted)).isEmpty()) {
                remember(key, fingerprint(file, submitted), Reception.refused(), actor);
            }
        }
        audit.record(actor.did("submission-refused-as-case-level", "submissions").hashes(null, file.sha256()));
        return Reception.refused();
    }

    private Reception again(IdempotencyRepository.Answer answer) {
        if (answer.submission() == null) {
            return Reception.refused();
        }
        Submission submission = submissions.findById(answer.submission());
        return Reception.of(submission, answer.status() == 201);
    }

    private void remember(String key, String fingerprint, Reception reception, Actor actor) {
        int status = !reception.valid() ? 422 : reception.created() ? 201 : 200;
        answers.store(
                actor, key, fingerprint, new IdempotencyRepository.Answer(reception.id(), status), clock.instant());
    }

    private static String fingerprint(ReceivedFile file, Submitted submitted) {
        return file.sha256() + " " + submitted.dataflow().id() + " " + submitted.mode();
    }

    static String subject(UUID id) {
        return "submissions/" + id;
    }
}
