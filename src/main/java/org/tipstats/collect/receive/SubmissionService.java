package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ValidationService;
import org.tipstats.collect.reports.ValidationService.FileJob;
import org.tipstats.collect.reports.ValidationService.FileValidation;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobWork;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Receives and validates files, then stores each file in one transaction. */
@ApplicationScoped
public class SubmissionService {

    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final SubmissionStorageService storage;
    private final ReportFormats forms;

    SubmissionService(
            UploadReceiver receiver,
            ValidationService validations,
            SubmissionStorageService storage,
            ReportFormats forms) {
        this.receiver = receiver;
        this.validations = validations;
        this.storage = storage;
        this.forms = forms;
    }

    /**
     * Receives a file. The report lists the errors in its content. A file with errors is stored too, unless it looks
     * like records of persons.
     */
    public SubmissionOutcome receive(Upload upload, Actor actor) {
        require(upload, actor);
        return receiver.with(upload, file -> take(file, upload, actor, Progress.NONE));
    }

    /**
     * Receives a file as {@link #receive} does, but leaves validation and storage to a job.
     *
     * @param answer makes the final answer of the job
     */
    public JobWork receiveForJob(Upload upload, Actor actor, Function<SubmissionOutcome, JobAnswer> answer) {
        require(upload, actor);
        ReceivedFile file = receiver.receive(upload);
        return new FileJob(file, progress -> answer.apply(take(file, upload, actor, progress)));
    }

    private SubmissionOutcome take(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        return storage.findEarlier(file, upload, actor).orElseGet(() -> keep(file, upload, actor, progress));
    }

    private SubmissionOutcome keep(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        try (ReceivedFile made = receiver.write(out -> {})) {
            FileValidation validated = validations.validate(file, upload, Optional.of(actor), progress, made);
            Validation validation = validated.result().validation();
            if (validation.report().found("case-level-data")) {
                storage.refuse(file, actor);
                return SubmissionOutcome.refused(forms.tree(validation, upload.language()));
            }
            return storage.keep(file, upload, validated, made, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(Upload upload, Actor actor) {
        Dataflow dataflow = upload.dataflow();
        UploadFields.requireSubmitted(dataflow);
        AccountRole needed = dataflow.isReference() ? AccountRole.ADMINISTRATOR : AccountRole.SUBMITTER;
        if (!actor.may(needed)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Files of " + dataflow.id() + " are sent by accounts with the role " + needed.id() + ".");
        }
        if (actor.beside() != null && dataflow.disclosure().rounds()) {
            throw ProblemException.parameter(
                    "dataflow",
                    dataflow.id(),
                    "The counts of " + dataflow.id() + " are rounded, so no other source can be shown beside them.",
                    List.of());
        }
        if (upload.key() != null) {
            new IdempotencyKey(upload.key());
        }
    }

    /**
     * The outcome of submitting a file.
     *
     * @param id the id of the submission; null if the file is not stored
     * @param created true if a new submission was created
     * @param valid true if the file has no errors
     * @param caseLevel true if the file was refused because it looks like records of persons
     * @param report the report of a file that is not stored, otherwise null
     */
    public record SubmissionOutcome(UUID id, boolean created, boolean valid, boolean caseLevel, JsonNode report) {

        static SubmissionOutcome of(Submission submission, boolean created) {
            return new SubmissionOutcome(submission.id, created, submission.errors == 0, false, null);
        }

        static SubmissionOutcome refused(JsonNode report) {
            return new SubmissionOutcome(null, false, false, true, report);
        }
    }
}
