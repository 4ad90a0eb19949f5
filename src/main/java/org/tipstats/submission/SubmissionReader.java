package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.observation.Cube;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.report.ReportJson;
import org.tipstats.report.ValidationReport;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** Reads submissions, as far as the acting person may see them. */
@ApplicationScoped
public class SubmissionReader {

    private final SubmissionRepository submissions;
    private final JustificationReader justifications;
    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final StoredFileRepository files;
    private final ReportForms forms;
    private final SchemaRegistry schemas;
    private final Clock clock;

    SubmissionReader(
            SubmissionRepository submissions,
            JustificationReader justifications,
            SubmittedValueRepository values,
            AcceptanceRepository acceptances,
            StoredFileRepository files,
            ReportForms forms,
            SchemaRegistry schemas,
            Clock clock) {
        this.submissions = submissions;
        this.justifications = justifications;
        this.values = values;
        this.acceptances = acceptances;
        this.files = files;
        this.forms = forms;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** The same for one that there isn't and one that is not the caller's to see. */
    static ProblemException unknown() {
        return ProblemException.notFound("submission");
    }

    Submission find(UUID id, Actor actor) {
        return submissions.visible(id, actor).orElseThrow(SubmissionReader::unknown);
    }

    /** A submission with its justifications; reviewers also see what else is pending for the same keys. */
    public SubmissionView get(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        List<UUID> overlaps = actor.may(Role.REVIEWER) && submission.status.isPending() ? values.overlapping(id) : null;
        return SubmissionView.from(submission, overlaps, justifications.given(submission));
    }

    /** Those that someone may see, the newest first. @param status to narrow it to; null for all */
    public Page<SubmissionView> newest(SubmissionStatus status, Actor actor, PageRequest page) {
        return list(new SubmissionFilter(null, null, null, status), actor, page);
    }

    /** Those that someone may see, narrowed down; null means all. 400 for what is no dataflow, area or status. */
    public Page<SubmissionView> list(String dataflow, String area, String status, Actor actor, PageRequest page) {
        return list(SubmissionFilter.of(schemas, dataflow, null, area, status), actor, page);
    }

    /** Whether the actor is among those who send such a file, and may explain and withdraw it. */
    public boolean isOwn(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        return submission.isSentBy(actor, schemas.dataflow(submission.dataflow).orElseThrow());
    }

    /** What there is to explain, and texts that were accepted before and may do again. */
    public OpenExplanations explanations(UUID id, Actor actor) {
        return justifications.open(find(id, actor), actor);
    }

    /** Works with the received file and its report; the file is gone afterwards. */
    public <T> T judged(UUID id, Actor actor, Function<JudgedFile, T> use) {
        return forms.with(find(id, actor), use);
    }

    /** Whether the very account of the actor sent it in, so that someone else has to review it. */
    public boolean isMadeBy(UUID id, Actor actor) {
        return find(id, actor).submittedBy.equals(actor.id());
    }

    /** What the rules said: causes with their counts, without the findings one by one. */
    public ValidationReport report(UUID id, Actor actor) {
        return ReportJson.readHead(find(id, actor).reportHead);
    }

    /** The newest first; the cursor is the time and id of the last one shown. */
    Page<SubmissionView> list(SubmissionFilter filter, Actor actor, PageRequest page) {
        Optional<SubmissionPlace> after = page.after(SubmissionPlace::parse);
        return Page.of(
                        submissions.list(filter, actor, after, page.oneMore()),
                        page,
                        last -> SubmissionPlace.of(last).toString())
                .map(SubmissionView::from);
    }

    /** The very bytes received: for those who sent them in and for reviewers. */
    public StoredFile file(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        if (!submission.isSentBy(actor, dataflow) && !actor.may(Role.REVIEWER)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only its submitters and reviewers can see the received file.");
        }
        return new StoredFile(submission.fileName, files.open(id));
    }

    /** What the submission changes, or changed when it was accepted. */
    public Impact impact(UUID id, Actor actor) {
        Submission submission = find(id, actor);
        if (submission.status == SubmissionStatus.INVALID) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "An invalid submission changes nothing. Its report lists the errors to fix.");
        }
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        // It tells what holds of the areas by now, whoever sent that.
        if (!actor.readsAll() && !submission.isSentBy(actor, dataflow)) {
            throw unknown();
        }
        long acceptance = acceptances.of(id);
        Cube held = values.held(
                dataflow,
                submission.source,
                submission.areaList(),
                acceptance > 0 ? acceptance - 1 : acceptances.latest());
        return Impact.of(held, values.rowsOf(id, dataflow), submission.mode == Mode.REPLACE);
    }

    /** Proof that the file arrived. */
    public Receipt receipt(UUID id, Actor actor) {
        return Receipt.from(find(id, actor), clock.instant());
    }
}
