package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.collect.justify.JustificationReader;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ValidatedFile;
import org.tipstats.collect.submission.MappedFileRepository;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.submission.SubmissionFilter;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionRepository.SubmissionCursor;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadFields.StoredFile;
import org.tipstats.collect.values.AcceptanceRepository;
import org.tipstats.collect.values.Impact;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.ReadRecorder;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads the submissions that the actor may see. */
@ApplicationScoped
@OwnAreas
public class SubmissionReader {

    /** The SQL query for the ids of the submissions of an area. The area is the parameter. */
    public static final String IDS_OF_AREA = "select cast(id as varchar) from submission where ? = any (areas)";

    private final SubmissionRepository submissions;
    private final JustificationReader justifications;
    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final SubmissionFileRepository files;
    private final MappedFileRepository mappedFiles;
    private final ReportFormats forms;
    private final SchemaRegistry schemas;
    private final ReadRecorder reads;

    SubmissionReader(
            SubmissionRepository submissions,
            JustificationReader justifications,
            SubmittedValueRepository values,
            AcceptanceRepository acceptances,
            SubmissionFileRepository files,
            MappedFileRepository mappedFiles,
            ReportFormats forms,
            SchemaRegistry schemas,
            ReadRecorder reads) {
        this.submissions = submissions;
        this.justifications = justifications;
        this.values = values;
        this.acceptances = acceptances;
        this.files = files;
        this.mappedFiles = mappedFiles;
        this.forms = forms;
        this.schemas = schemas;
        this.reads = reads;
    }

    Submission find(UUID id, Actor actor) {
        return submissions.get(id, actor);
    }

    /**
     * Returns a submission. If the caller shows rows of the file ({@code withRows}), records that the actor reads them.
     *
     * @throws ProblemException 403 if the caller shows rows and the actor may not see them; 410 if it shows rows and
     *     the file was deleted
     */
    Submission find(UUID id, Actor actor, boolean withRows) {
        Submission submission = find(id, actor);
        if (withRows) {
            requireReadable(submission, actor);
            noteRead(submission, actor);
        }
        return submission;
    }

    /** Returns a submission with its justifications; to reviewers, if it is pending, also with those that overlap. */
    public SubmissionView get(UUID id, Actor actor) {
        return view(find(id, actor), actor, 0);
    }

    /** Returns the same as {@link #get}, and the number of the submission's figures that later submissions changed. */
    public SubmissionView compared(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        return view(submission, actor, changedLater(submission, actor));
    }

    private SubmissionView view(Submission submission, Actor actor, long changedLater) {
        boolean decides = actor.may(AccountRole.REVIEWER) && submission.status.isPending();
        return SubmissionView.from(
                submission,
                mayReadFile(submission, actor),
                changedLater,
                decides ? values.overlapping(submission.id) : null,
                justifications.given(submission));
    }

    /**
     * Returns the number of figures that later submissions changed; 0 if the submission is not accepted, or if the
     * actor may not compare it with current figures.
     */
    private long changedLater(Submission submission, Actor actor) {
        boolean compared = submission.status == SubmissionStatus.ACCEPTED && mayCompare(submission, actor);
        return compared ? values.changedLater(submission.id) : 0;
    }

    /** Returns whether the actor may compare a file with current figures, which other accounts may have submitted. */
    private boolean mayCompare(Submission submission, Actor actor) {
        return actor.readsAll() || isSentBy(submission, actor);
    }

    private boolean isSentBy(Submission submission, Actor actor) {
        return submission.isSentBy(actor, schemas.dataflow(submission.dataflow).orElseThrow());
    }

    /**
     * Returns submissions that the actor may see, newest first.
     *
     * @param status null for submissions of any status
     */
    public Page<SubmissionView> newest(SubmissionStatus status, Actor actor, PageRequest page) {
        return list(new SubmissionFilter(null, null, null, status), actor, page);
    }

    /**
     * Returns submissions that the actor may see, newest first. A condition that is null matches all submissions.
     *
     * @throws ProblemException 400 if the dataflow, area or status is not valid
     */
    public Page<SubmissionView> list(String dataflow, String area, String status, Actor actor, PageRequest page) {
        return list(SubmissionFilter.of(schemas, dataflow, null, area, status), actor, page);
    }

    /** Returns whether the actor may act as the submitter of a submission, and so may justify and withdraw it. */
    public boolean isOwn(UUID id, Actor actor) {
        return isSentBy(find(id, actor), actor);
    }

    /**
     * Returns the open warnings, and earlier accepted texts that may explain them.
     *
     * @param most the largest number of figures with open warnings to return for each rule
     */
    public OpenJustifications explanations(UUID id, Actor actor, int most) {
        return justifications.open(find(id, actor), actor, most);
    }

    /**
     * Passes a copy of the received file and its report to a function. Deletes the copy when the function returns.
     *
     * @throws ProblemException 403 for anyone who may not see the received file; 410 if it was deleted
     */
    public <T> T withFile(UUID id, Actor actor, Function<ValidatedFile, T> use) {
        return forms.with(find(id, actor, true), use);
    }

    /** Returns whether the actor's own account sent the submission; if so, another account must review it. */
    public boolean isSubmittedBy(UUID id, Actor actor) {
        return find(id, actor).submittedBy.equals(actor.id());
    }

    /** Returns the report's summary: causes and counts, without single findings. */
    public ValidationReport report(UUID id, Actor actor) {
        return ReportJson.readHead(find(id, actor).reportHead);
    }

    /** Returns submissions, newest first. The cursor is the time and id of the last submission shown. */
    Page<SubmissionView> list(SubmissionFilter filter, Actor actor, PageRequest page) {
        Optional<SubmissionCursor> after = page.after(SubmissionCursor::parse);
        return Page.of(
                        submissions.list(filter, actor, after, page.oneMore()),
                        page,
                        last -> SubmissionCursor.of(last).toString())
                .map(submission -> SubmissionView.from(submission, mayReadFile(submission, actor), 0, null, null));
    }

    /**
     * Returns the file as received, for its submitters and reviewers.
     *
     * @throws ProblemException 403 for anyone else who may see the submission; 410 if the file was deleted
     */
    public StoredFile file(UUID id, Actor actor) {
        return received(find(id, actor, true));
    }

    /**
     * Returns the message in which the State sent the figures, for those who may read the file.
     *
     * @throws ProblemException 403 for anyone else who may see the submission; 404 if there is no message; 410 if it
     *     was deleted
     */
    public StoredFile message(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        requireReadable(submission, actor);
        Behalf sent = files.message(id).orElseThrow(() -> ProblemException.notFound("message"));
        reads.record(actor.event("submission-message-read", "submissions/" + id + "/message"));
        return new StoredFile(
                sent.messageName() == null ? "message.txt" : sent.messageName(),
                new ByteArrayInputStream(sent.message()));
    }

    private void requireReadable(Submission submission, Actor actor) {
        if (!isForReader(submission, actor)) {
            throw ProblemException.forbidden(
                    "Only its submitters and reviewers can see the rows of the received file.");
        }
        submission.requireFile();
    }

    private void noteRead(Submission submission, Actor actor) {
        reads.record(actor.event("submission-file-read", "submissions/" + submission.id + "/file"));
    }

    /** Returns whether the received file is still stored and the actor may read it. */
    boolean mayReadFile(Submission submission, Actor actor) {
        return submission.fileDeletedAt == null && isForReader(submission, actor);
    }

    private boolean isForReader(Submission submission, Actor actor) {
        return actor.may(AccountRole.REVIEWER) || isSentBy(submission, actor);
    }

    /**
     * Returns the rows that a mapping made of the file, as SDMX-CSV in the columns of the dataflow. If no mapping read
     * the file, returns the file as received.
     *
     * @throws ProblemException 403 for anyone who may not see the received file; 410 if it was deleted
     */
    public StoredFile mapped(UUID id, Actor actor) {
        Submission submission = find(id, actor, true);
        return submission.isMapped()
                ? new StoredFile(id + ".csv", "application/vnd.sdmx.data+csv;version=2.0.0", mappedFiles.open(id))
                : received(submission);
    }

    private StoredFile received(Submission submission) {
        String name = submission.fileName == null
                ? UploadFields.defaultName(
                        ReportJson.readHead(submission.reportHead).file())
                : submission.fileName;
        return new StoredFile(name, files.open(submission.id));
    }

    /**
     * Returns the changes that the submission would make, or made when it was accepted.
     *
     * @throws ProblemException 404 if the actor may not compare the file with current figures; 409 if the submission is
     *     invalid; 410 if its file was deleted
     */
    public Impact impact(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        if (submission.status == SubmissionStatus.INVALID) {
            throw ProblemException.conflict(
                    "An invalid submission changes nothing. Its report lists the errors to fix.");
        }
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        if (!mayCompare(submission, actor)) {
            throw SubmissionRepository.unknown();
        }
        submission.requireFile();
        long acceptance = acceptances.of(id);
        Cube held = values.held(
                dataflow,
                submission.source,
                submission.areaList(),
                acceptance > 0 ? acceptance - 1 : acceptances.latest());
        return Impact.of(held, values.rowsOf(id, dataflow), submission.mode == UploadMode.REPLACE);
    }
}
