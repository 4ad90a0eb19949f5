package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.receive.SubmissionService.ReadFile;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.submission.IdempotencyRepository;
import org.tipstats.collect.submission.IdempotencyRepository.Answer;
import org.tipstats.collect.submission.MappedFileRepository;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.row.ValidatedRows;

/**
 * Stores validated files. One transaction stores a complete submission or nothing. The same file of an account is
 * stored again only if its submission was returned, withdrawn or deleted, if it is read in another way, if its errors
 * differ, or if later figures overlap with its accepted typed or declared figures.
 */
@ApplicationScoped
@OwnAreas
public class SubmissionStorageService {

    private final SubmissionRepository submissions;
    private final SubmissionFileRepository files;
    private final MappedFileRepository mapped;
    private final SubmittedValueRepository values;
    private final IdempotencyRepository answers;
    private final Database database;
    private final SubmissionMails mails;
    private final AuditRecorder audit;
    private final Clock clock;

    SubmissionStorageService(
            SubmissionRepository submissions,
            SubmissionFileRepository files,
            MappedFileRepository mapped,
            SubmittedValueRepository values,
            IdempotencyRepository answers,
            Database database,
            SubmissionMails mails,
            AuditRecorder audit,
            Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.mapped = mapped;
        this.values = values;
        this.answers = answers;
        this.database = database;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns the earlier outcomes if a request with the same Idempotency-Key was received before, or the same file for
     * the same dataflow without a chosen mapping, if its report cannot have changed since; otherwise empty.
     */
    @Transactional
    Optional<List<SubmissionOutcome>> findEarlier(ReceivedFile file, Upload upload, Actor actor) {
        Optional<List<SubmissionOutcome>> answered = answered(file, upload, actor);
        if (answered.isPresent()
                || upload.dataflow() == null
                || !upload.mapping().isOpen()) {
            return answered;
        }
        Optional<List<SubmissionOutcome>> same = repeated(
                        file, upload, actor, submission -> !mayHaveAnotherReport(submission))
                .map(List::of);
        same.ifPresent(outcomes -> remember(file, upload, outcomes, actor));
        return same;
    }

    private Optional<List<SubmissionOutcome>> answered(ReceivedFile file, Upload upload, Actor actor) {
        return Optional.ofNullable(upload.key())
                .flatMap(key -> answers.find(actor, key, fingerprint(file, upload)))
                .map(answer -> answer.submissions().stream()
                        .map(id -> SubmissionOutcome.of(submissions.findById(id), answer.status() == 201))
                        .toList());
    }

    /**
     * Returns whether the file might get a different report now than when it was stored. Since then, a mapping may have
     * been saved, the sender may have got another area, or the sender may now enter the file for another area.
     */
    private static boolean mayHaveAnotherReport(Submission submission) {
        return submission.isMapped() || submission.status == SubmissionStatus.INVALID;
    }

    /** Returns the summary of the report if the file is invalid; otherwise empty. */
    private static List<SummaryGroup> summary(Submission submission) {
        return submission.status == SubmissionStatus.INVALID
                ? ReportJson.readHead(submission.reportHead).summary()
                : List.of();
    }

    private Optional<SubmissionOutcome> repeated(
            ReceivedFile file, Upload upload, Actor actor, Predicate<Submission> wanted) {
        return submissions.sameFile(file, upload, actor).stream()
                .filter(wanted)
                .filter(submission -> !isOvertaken(submission))
                .findFirst()
                .map(submission -> SubmissionOutcome.of(submission, false));
    }

    /**
     * Returns whether a submission of typed or declared figures was accepted, and a submission with some of the same
     * keys was accepted later, or an overlapping submission is pending. If such figures are sent again, they make a new
     * submission and can become current again.
     */
    private boolean isOvertaken(Submission submission) {
        return submission.origin != UploadOrigin.FILE
                && submission.status == SubmissionStatus.ACCEPTED
                && (values.isFollowed(submission.id)
                        || !values.overlapping(submission.id).isEmpty());
    }

    /**
     * Stores a file once for each dataflow: its report and, if it is valid, its values. A dataflow for which the same
     * file was stored before keeps its submission.
     *
     * @param request the upload as it was requested
     * @param parts the file as it was read for each dataflow, sorted by the dataflow's id
     */
    @Transactional(rollbackOn = Exception.class)
    List<SubmissionOutcome> keep(ReceivedFile file, Upload request, List<ReadFile> parts, Actor actor)
            throws IOException {
        for (ReadFile part : parts) {
            database.lock("file " + actor.id() + " " + part.upload().dataflow().id() + " " + file.sha256());
        }
        Optional<List<SubmissionOutcome>> before = answered(file, request, actor);
        if (before.isPresent()) {
            return before.get();
        }
        List<SubmissionOutcome> outcomes = new ArrayList<>();
        for (ReadFile part : parts) {
            outcomes.add(keep(file, part, actor));
        }
        List<UUID> together = outcomes.stream().map(SubmissionOutcome::id).toList();
        together.forEach(id -> submissions.findById(id).link(together));
        remember(file, request, outcomes, actor);
        submissions.flush();
        return outcomes;
    }

    private SubmissionOutcome keep(ReceivedFile file, ReadFile part, Actor actor) throws IOException {
        Upload upload = part.upload();
        Submission submission = submission(file, part, actor);
        Optional<SubmissionOutcome> before = repeated(
                file,
                upload,
                actor,
                each -> each.isReadAs(submission) && summary(each).equals(summary(submission)));
        if (before.isPresent()) {
            return before.get();
        }
        submissions.persist(submission);
        submissions.flush();
        files.store(submission.id, file.path());
        if (upload.behalf() != null) {
            files.storeMessage(submission.id, upload.behalf());
        }
        if (part.mapped() != null) {
            mapped.store(submission.id, part.made().path(), part.mapped().table(upload.dataflow()));
        }
        List<Submission> replaced = submission.status == SubmissionStatus.INVALID
                ? List.of()
                : storeValues(part.mapped() == null ? file : part.made(), upload, submission, actor);
        files.storeFindings(submission.id, part.pages().all());
        submissions.flush();
        record(submission, upload, replaced, actor);
        mails.received(submission);
        return SubmissionOutcome.of(submission, true);
    }

    private Submission submission(ReceivedFile file, ReadFile part, Actor actor) throws IOException {
        Submission submission = Submission.received(file, part.upload(), part.validation(), actor, clock.instant());
        submission.reportHead = ReportJson.write(part.validation().report());
        if (part.mapped() != null) {
            Optional<SavedMapping> saved = part.validated().saved();
            submission.mappedBy(
                    new DigestUtils(MessageDigestAlgorithms.SHA_256)
                            .digestAsHex(part.made().path()),
                    saved.map(SavedMapping::id).orElse(null),
                    saved.map(SavedMapping::version).orElse(null),
                    part.validated().corrections());
        }
        return submission;
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

    private void record(Submission submission, Upload upload, List<Submission> replaced, Actor actor) {
        AuditEvent received = actor.event("submission-received", subject(submission.id))
                .hashes(null, submission.sha256)
                .detail("dataflow", submission.dataflow)
                .detail("source", submission.source)
                .detail("origin", submission.origin.name())
                .detail("status", submission.status.name())
                .detail("fileSha256", submission.fileSha256);
        audit.record(
                upload.behalf() == null
                        ? received
                        : received.detail("onBehalf", upload.behalf().area())
                                .detail("messageSha256", upload.behalf().sha256()));
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

    private void remember(ReceivedFile file, Upload upload, List<SubmissionOutcome> outcomes, Actor actor) {
        if (upload.key() != null) {
            boolean valid = outcomes.stream().allMatch(SubmissionOutcome::valid);
            boolean created = outcomes.stream().anyMatch(SubmissionOutcome::created);
            int status = !valid ? 422 : created ? 201 : 200;
            List<UUID> ids = outcomes.stream().map(SubmissionOutcome::id).toList();
            Answer answer = new Answer(ids, status, fingerprint(file, upload));
            answers.store(actor, upload.key(), answer, clock.instant());
        }
    }

    private static String fingerprint(ReceivedFile file, Upload upload) {
        String dataflow = upload.dataflow() == null ? "*" : upload.dataflow().id();
        String own = file.sha256() + " " + dataflow + " " + upload.mode();
        Behalf behalf = upload.behalf();
        String plain = behalf == null ? own : own + " " + behalf.area() + " " + behalf.sha256();
        MappingChoice choice = upload.mapping();
        String mapped = plain + " " + choice.reference() + " " + choice.paramsAsJson();
        return choice.equals(MappingChoice.NONE)
                ? plain
                : choice.corrections().isEmpty()
                        ? mapped
                        : mapped + " " + choice.corrections().toJson();
    }

    public static String subject(UUID id) {
        return "submissions/" + id;
    }
}
