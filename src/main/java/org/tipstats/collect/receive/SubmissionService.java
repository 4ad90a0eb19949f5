package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.collect.mappings.GuessService;
import org.tipstats.collect.mappings.MappingReadings;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ValidationService;
import org.tipstats.collect.reports.ValidationService.FileValidation;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Receives and validates files, then stores each file in one transaction. */
@ApplicationScoped
public class SubmissionService {

    private static final String CASE_LEVEL = "case-level-data";

    private final SchemaRegistry schemas;
    private final UploadReceiver receiver;
    private final MappingReadings readings;
    private final GuessService guesses;
    private final ValidationService validations;
    private final SubmissionStorageService storage;
    private final ReportFormats forms;

    SubmissionService(
            SchemaRegistry schemas,
            UploadReceiver receiver,
            MappingReadings readings,
            GuessService guesses,
            ValidationService validations,
            SubmissionStorageService storage,
            ReportFormats forms) {
        this.schemas = schemas;
        this.receiver = receiver;
        this.readings = readings;
        this.guesses = guesses;
        this.validations = validations;
        this.storage = storage;
        this.forms = forms;
    }

    /**
     * Receives a file. The report lists the errors in its content. A file with errors is stored too, unless it looks
     * like records of persons.
     *
     * @return one outcome for the dataflow of the upload. If the upload names none, one for each dataflow of which the
     *     file has figures, sorted by the dataflow's id; all are stored or none. A file that looks like records of
     *     persons has one outcome without a submission.
     * @throws ProblemException in the same cases as {@link UploadReceiver#receive}; 400 or 422 if neither the upload
     *     nor the file names a dataflow; 400 if the dataflow takes no such files, or if the Idempotency-Key is not
     *     valid; 422 if the key was used for another request; 403 if the sender may not submit, or may not submit on
     *     behalf of an area
     */
    public List<SubmissionOutcome> receive(Upload upload, Actor by) {
        Actor actor = sender(upload, by);
        require(upload, actor);
        return receiver.with(upload, Optional.of(actor), file -> take(file, upload, actor, Progress.NONE));
    }

    /**
     * Receives a file as {@link #receive} does, but leaves validation and storage to work that can go on as a job.
     *
     * @param use converts the outcomes of the work to its result
     * @param answer converts the result to the final answer of the job
     */
    public <T> LongWork<T> receiveForJob(
            Upload upload, Actor by, Function<List<SubmissionOutcome>, T> use, Function<T, JobAnswer> answer) {
        Actor actor = sender(upload, by);
        require(upload, actor);
        ReceivedFile file = receiver.receive(upload, Optional.of(actor));
        return new LongWork<>(
                "submission",
                null,
                Optional.of(actor),
                watch -> use.apply(take(file, upload, actor, ValidationService.progress(watch))),
                answer,
                file::close);
    }

    /**
     * Returns the actor for whom the file is validated. A reviewer who enters a file for an area gets the rights of a
     * submitter of the area.
     */
    private static Actor sender(Upload upload, Actor by) {
        if (upload.behalf() == null) {
            return by;
        }
        if (!by.may(AccountRole.REVIEWER)) {
            throw ProblemException.forbidden("Only reviewers enter files on behalf of a country or area.");
        }
        return by.onBehalfOf(upload.behalf().area());
    }

    private List<SubmissionOutcome> take(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        return storage.findEarlier(file, upload, actor).orElseGet(() -> keep(file, upload, actor, progress));
    }

    private List<SubmissionOutcome> keep(ReceivedFile file, Upload upload, Actor actor, Progress progress) {
        if (upload.dataflow() != null) {
            return keep(file, upload, List.of(upload), actor, progress);
        }
        Upload nearest = upload.mappedBy(MappingChoice.NONE).of(guesses.nearest(file.path()));
        Validation first = validations.validate(file, nearest, Optional.of(actor), Progress.NONE);
        if (first.report().found(CASE_LEVEL)) {
            return List.of(refuse(file, first, upload, actor));
        }
        List<Upload> parts = readings.dataflows(file.path(), upload.mapping(), Optional.of(actor)).stream()
                .map(upload::of)
                .toList();
        if (parts.isEmpty()) {
            throw withoutSubject(first, upload);
        }
        parts.forEach(part -> requireRight(part.dataflow(), actor));
        return keep(file, upload, parts, actor, progress);
    }

    private List<SubmissionOutcome> keep(
            ReceivedFile file, Upload upload, List<Upload> parts, Actor actor, Progress progress) {
        List<ReceivedFile> made =
                parts.stream().map(part -> receiver.write(out -> {})).toList();
        List<ReadFile> read = new ArrayList<>();
        try {
            for (int i = 0; i < parts.size(); i++) {
                FileValidation validated =
                        validations.validate(file, parts.get(i), Optional.of(actor), progress, made.get(i));
                Validation validation = validated.result().validation();
                if (validation.report().found(CASE_LEVEL)) {
                    return List.of(refuse(file, validation, upload, actor));
                }
                read.add(new ReadFile(parts.get(i), made.get(i), validated, new FindingPages(validation)));
            }
            return storage.keep(file, upload, read, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            read.forEach(part -> part.pages.close());
            made.forEach(ReceivedFile::close);
        }
    }

    private SubmissionOutcome refuse(ReceivedFile file, Validation validation, Upload upload, Actor actor) {
        storage.refuse(file, actor);
        return SubmissionOutcome.refused(forms.tree(validation, upload.language()));
    }

    /**
     * Returns the problem of a file whose dataflow is not known: 422 with the report if the table has a layout of its
     * own, else 400. Such a file is not stored, because each submission belongs to a dataflow.
     */
    private ProblemException withoutSubject(Validation validation, Upload upload) {
        return validation.report().found("own-layout")
                ? new ProblemException(Problem.of(
                                ProblemType.CONTENT_INVALID,
                                "The file does not say what it counts, so it was not kept. Name the dataflow, or save a"
                                        + " mapping of the table.")
                        .with("report", forms.tree(validation, upload.language())))
                : UploadFields.withoutDataflow(schemas);
    }

    private static void require(Upload upload, Actor actor) {
        if (upload.key() != null) {
            new IdempotencyKey(upload.key());
        }
        if (!actor.may(AccountRole.SUBMITTER) && !actor.may(AccountRole.ADMINISTRATOR)) {
            throw ProblemException.forbidden(
                    "Reviewers enter a file for a country or area only: name it in \"on-behalf\", and attach its message.");
        }
        if (upload.dataflow() != null) {
            requireRight(upload.dataflow(), actor);
        }
    }

    private static void requireRight(Dataflow dataflow, Actor actor) {
        UploadFields.requireSubmitted(dataflow);
        AccountRole needed = dataflow.isReference() ? AccountRole.ADMINISTRATOR : AccountRole.SUBMITTER;
        if (!actor.may(needed)) {
            throw ProblemException.forbidden(
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

    /**
     * A file that is read for one dataflow.
     *
     * @param made the rows that a mapping made of the file; an empty file if no mapping read it
     * @param pages the findings as they are stored, which another thread may still be making
     */
    record ReadFile(Upload upload, ReceivedFile made, FileValidation validated, FindingPages pages) {

        Validation validation() {
            return validated.result().validation();
        }

        /** Returns the file as a mapping reads it; null if no mapping has read it. */
        MappedFile mapped() {
            return validated.result().mapped();
        }
    }

    /**
     * The outcome of submitting a file.
     *
     * @param id the id of the submission; null if the file is not stored
     * @param created true if a new submission was created
     * @param status the status of the submission; null if the file is not stored
     * @param valid true if the file has no errors
     * @param caseLevel true if the file was refused because it looks like records of persons
     * @param report the report of a file that is not stored, otherwise null
     */
    public record SubmissionOutcome(
            UUID id, boolean created, SubmissionStatus status, boolean valid, boolean caseLevel, JsonNode report) {

        static SubmissionOutcome of(Submission submission, boolean created) {
            return new SubmissionOutcome(
                    submission.id, created, submission.status, submission.errors == 0, false, null);
        }

        static SubmissionOutcome refused(JsonNode report) {
            return new SubmissionOutcome(null, false, null, false, true, report);
        }
    }
}
