package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.collect.reports.FileJob;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ValidationService;
import org.tipstats.collect.upload.ReceivedFile;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Role;
import org.tipstats.platform.job.JobAnswer;
import org.tipstats.platform.job.JobWork;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Receives and validates files, then stores them in one transaction. */
@ApplicationScoped
public class SubmissionService {

    private static final int MAX_KEY = 255;

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
        requireRole(upload.dataflow(), actor);
        requireKey(upload.key());
        return receiver.with(
                upload.body(), upload.fileName(), upload.mediaType(), file -> take(file, upload, actor, Progress.NONE));
    }

    /**
     * Receives a file as {@link #receive} does, but leaves validation and storage to a job.
     *
     * @param answer makes the final answer of the job
     */
    public JobWork receiveForJob(Upload upload, Actor actor, Function<SubmissionOutcome, JobAnswer> answer) {
        requireRole(upload.dataflow(), actor);
        requireKey(upload.key());
        ReceivedFile file = receiver.receive(upload.body(), upload.fileName(), upload.mediaType());
        return new FileJob(file, progress -> answer.apply(take(file, upload, actor, progress)));
    }

    private SubmissionOutcome take(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        return storage.findEarlier(file, upload, actor).orElseGet(() -> keep(file, upload, actor, progress));
    }

    private SubmissionOutcome keep(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        Dataflow dataflow = upload.dataflow();
        try (Validation validation =
                validations.validate(file, dataflow, upload.mode(), Optional.of(actor), progress)) {
            if (validation.report().found("case-level-data")) {
                storage.refuse(file, actor);
                return SubmissionOutcome.refused(forms.tree(validation, upload.language()));
            }
            return storage.keep(file, upload, validation, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireRole(Dataflow dataflow, Actor actor) {
        UploadFields.requireSubmitted(dataflow);
        Role needed = dataflow.isReference() ? Role.ADMINISTRATOR : Role.SUBMITTER;
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
    }

    private static void requireKey(String key) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw ProblemException.parameter(
                    "Idempotency-Key", key, "An Idempotency-Key must have 1 to " + MAX_KEY + " characters.", List.of());
        }
    }
}
