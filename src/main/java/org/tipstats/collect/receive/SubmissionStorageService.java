package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.reports.ValidationService.FileValidation;
import org.tipstats.collect.submission.IdempotencyRepository;
import org.tipstats.collect.submission.IdempotencyRepository.Answer;
import org.tipstats.collect.submission.MappedFileRepository;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.run.Validation;

/**
 * Stores validated files. One transaction stores a complete submission or nothing. The same file is stored only once.
 */
@ApplicationScoped
public class SubmissionStorageService {

    private final SubmissionRepository submissions;
    private final SubmissionFileRepository files;
    private final MappedFileRepository mapped;
    private final SubmittedValueRepository values;
    private final IdempotencyRepository answers;
    private final Database database;
    private final AuditRecorder audit;
    private final Clock clock;

    SubmissionStorageService(
            SubmissionRepository submissions,
            SubmissionFileRepository files,
            MappedFileRepository mapped,
            SubmittedValueRepository values,
            IdempotencyRepository answers,
            Database database,
            AuditRecorder audit,
            Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.mapped = mapped;
        this.values = values;
        this.answers = answers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the outcome of the same request or of the same file if it was received before; otherwise empty. */
    @Transactional
    Optional<SubmissionOutcome> findEarlier(ReceivedFile file, Upload upload, Actor actor) {
        Optional<SubmissionOutcome> answered = Optional.ofNullable(upload.key())
                .flatMap(key -> answers.find(actor, key, fingerprint(file, upload)))
                .map(answer -> SubmissionOutcome.of(submissions.findById(answer.submission()), answer.status() == 201));
        if (answered.isPresent()) {
            return answered;
        }
        return upload.mapping().reference() == null
                ? repeated(file, upload, actor, submission -> !mayBeReadOtherwise(submission))
                : Optional.empty();
    }

    /** Returns whether a mapping that was saved meanwhile may read the file of a submission in another way. */
    private static boolean mayBeReadOtherwise(Submission submission) {
        return submission.isMapped()
                || submission.status == SubmissionStatus.INVALID
                        && ReportJson.readHead(submission.reportHead).found("own-layout");
    }

    private Optional<SubmissionOutcome> repeated(
            ReceivedFile file, Upload upload, Actor actor, Predicate<Submission> wanted) {
        Optional<SubmissionOutcome> same = submissions.sameFile(file, upload, actor).stream()
                .filter(wanted)
                .findFirst()
                .map(submission -> SubmissionOutcome.of(submission, false));
        same.ifPresent(reception -> remember(file, upload, reception, actor));
        return same;
    }

    /**
     * Stores a file with its report and, if it is valid, its values.
     *
     * @param made the rows that a mapping made of the file, if one read it
     */
    @Transactional(rollbackOn = Exception.class)
    SubmissionOutcome keep(ReceivedFile file, Upload upload, FileValidation validated, ReceivedFile made, Actor actor)
            throws IOException {
        database.lock("file " + actor.id() + " " + upload.dataflow().id() + " " + file.sha256());
        Submission submission = submission(file, upload, validated, made, actor);
        Optional<SubmissionOutcome> before = findEarlier(file, upload, actor)
                .or(() -> repeated(file, upload, actor, earlier -> isReadAlike(earlier, submission)));
        if (before.isPresent()) {
            return before.get();
        }
        submissions.persist(submission);
        submissions.flush();
        files.store(submission.id, file.path(), validated.result().validation().findings());
        MappedFile read = validated.result().mapped();
        if (read != null) {
            mapped.store(submission.id, made.path(), read.table(upload.dataflow()));
        }
        List<Submission> replaced = submission.status == SubmissionStatus.INVALID
                ? List.of()
                : storeValues(read == null ? file : made, upload, submission, actor);
        SubmissionOutcome reception = SubmissionOutcome.of(submission, true);
        remember(file, upload, reception, actor);
        submissions.flush();
        record(submission, replaced, actor);
        return reception;
    }

    private Submission submission(
            ReceivedFile file, Upload upload, FileValidation validated, ReceivedFile made, Actor actor)
            throws IOException {
        Validation validation = validated.result().validation();
        Submission submission = Submission.received(file, upload, validation, actor, clock.instant());
        submission.reportHead = ReportJson.write(validation.report());
        if (validated.result().mapped() != null) {
            submission.mappedBy(
                    UploadReceiver.sha256(made.path()),
                    validated.saved().map(SavedMapping::id).orElse(null),
                    validated.saved().map(SavedMapping::version).orElse(null));
        }
        return submission;
    }

    private static boolean isReadAlike(Submission one, Submission other) {
        return one.isMapped() == other.isMapped()
                && Objects.equals(one.mappingId, other.mappingId)
                && Objects.equals(one.mappingVersion, other.mappingVersion);
    }

    /**
     * Stores the values and withdraws older pending submissions that the new one replaces.
     *
     * @return the withdrawn submissions
     */
    private List<Submission> storeValues(ReceivedFile file, Upload upload, Submission submission, Actor actor)
            throws IOException {
        try (ValidatedRows rows = ValidatedRows.open(file.path(), upload.dataflow())) {
            values.store(submission.id, upload.dataflow(), rows);
        }
        List<UUID> within = submission.mode == UploadMode.REPLACE
                ? submissions.pendingWithin(submission)
                : values.contained(submission.id, actor.id(), submission.dataflow);
        List<Submission> replaced = submissions.pendingForChange(within);
        replaced.forEach(
                older -> older.withdraw("Replaced by submission " + submission.id, actor, submission.receivedAt));
        return replaced;
    }

    private void record(Submission submission, List<Submission> replaced, Actor actor) {
        audit.record(actor.event("submission-received", subject(submission.id))
                .hashes(null, submission.sha256)
                .detail("dataflow", submission.dataflow)
                .detail("source", submission.source)
                .detail("status", submission.status.name())
                .detail("fileSha256", submission.fileSha256));
        for (Submission older : replaced) {
            audit.record(actor.event("submission-withdrawn", subject(older.id))
                    .hashes(older.sha256, older.sha256)
                    .detail("status", older.status.name())
                    .detail("replacedBy", submission.id.toString()));
        }
    }

    /**
     * Records in the audit log that a file was refused. The entry has only the hash of the file, the time and the
     * account.
     */
    @Transactional
    void refuse(ReceivedFile file, Actor actor) {
        audit.record(
                actor.event("submission-refused-as-case-level", "submissions").hashes(null, file.sha256()));
    }

    private void remember(ReceivedFile file, Upload upload, SubmissionOutcome reception, Actor actor) {
        if (upload.key() != null) {
            int status = !reception.valid() ? 422 : reception.created() ? 201 : 200;
            Answer answer = new Answer(reception.id(), status, fingerprint(file, upload));
            answers.store(actor, upload.key(), answer, clock.instant());
        }
    }

    private static String fingerprint(ReceivedFile file, Upload upload) {
        String plain = file.sha256() + " " + upload.dataflow().id() + " " + upload.mode();
        MappingChoice choice = upload.mapping();
        return choice.equals(MappingChoice.NONE)
                ? plain
                : plain + " " + choice.reference() + " " + choice.paramsAsJson();
    }

    public static String subject(UUID id) {
        return "submissions/" + id;
    }
}
