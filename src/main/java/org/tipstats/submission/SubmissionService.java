package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.job.JobAnswer;
import org.tipstats.job.JobWork;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.Dataflow;
import org.tipstats.validation.Progress;
import org.tipstats.validation.Validation;

/** Takes files in: receives and validates them, then keeps them in one transaction. */
@ApplicationScoped
public class SubmissionService {

    private static final int LONGEST_KEY = 255;

    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final StorageService storage;
    private final ReportForms forms;

    SubmissionService(
            UploadReceiver receiver, ValidationService validations, StorageService storage, ReportForms forms) {
        this.receiver = receiver;
        this.validations = validations;
        this.storage = storage;
        this.forms = forms;
    }

    /**
     * Takes a file in. Whatever is wrong with its content is in its report; it is kept even so, unless it looks like
     * records of persons.
     */
    public Reception receive(Upload upload, Actor actor) {
        requireRole(upload.dataflow(), actor);
        requireKey(upload.key());
        return receiver.with(
                upload.body(), upload.fileName(), upload.mediaType(), file -> take(file, upload, actor, Progress.NONE));
    }

    /**
     * Takes a file in as {@link #receive} does, but only receives it at once; the rest is a job.
     *
     * @param answer what the job answers in the end
     */
    public JobWork receiveForJob(Upload upload, Actor actor, Function<Reception, JobAnswer> answer) {
        requireRole(upload.dataflow(), actor);
        requireKey(upload.key());
        ReceivedFile file = receiver.receive(upload.body(), upload.fileName(), upload.mediaType());
        return new FileJob(file, progress -> answer.apply(take(file, upload, actor, progress)));
    }

    private Reception take(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        return storage.before(file, upload, actor).orElseGet(() -> keep(file, upload, actor, progress));
    }

    private Reception keep(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        Dataflow dataflow = upload.dataflow();
        try (Validation validation =
                validations.validate(file, dataflow, upload.mode(), Optional.of(actor), progress)) {
            if (validation.report().found("case-level-data")) {
                storage.refuse(file, actor);
                return Reception.refused(forms.tree(validation, upload.language()));
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
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.parameter(
                    "Idempotency-Key",
                    key,
                    "An Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.",
                    List.of());
        }
    }
}
