package org.tipstats.collect.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.justify.Footnotes;
import org.tipstats.collect.justify.Justifications;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionMails;
import org.tipstats.collect.receive.SubmissionStorageService;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.values.AcceptanceRepository;
import org.tipstats.collect.values.Impact;
import org.tipstats.collect.values.StatisticsService;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Takes submissions through review. Each step is one transaction and writes one entry to the audit log. */
@ApplicationScoped
@OwnAreas
public class ReviewService {

    private final SubmissionRepository submissions;
    private final Justifications justifications;
    private final Footnotes footnotes;
    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final StatisticsService statistics;
    private final SchemaRegistry schemas;
    private final SubmissionMails mails;
    private final AuditRecorder audit;
    private final Clock clock;

    ReviewService(
            SubmissionRepository submissions,
            Justifications justifications,
            Footnotes footnotes,
            SubmittedValueRepository values,
            AcceptanceRepository acceptances,
            StatisticsService statistics,
            SchemaRegistry schemas,
            SubmissionMails mails,
            AuditRecorder audit,
            Clock clock) {
        this.submissions = submissions;
        this.justifications = justifications;
        this.footnotes = footnotes;
        this.values = values;
        this.acceptances = acceptances;
        this.statistics = statistics;
        this.schemas = schemas;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds justifications. Moves the submission to review when every warning has a justification. */
    @Transactional
    public SubmissionView justify(UUID id, List<JustificationRequest> requests, Actor by) {
        return justify(own(id, by), requests, by);
    }

    private SubmissionView justify(Submission submission, List<JustificationRequest> requests, Actor by) {
        if (submission.status != SubmissionStatus.NEEDS_JUSTIFICATION
                && submission.status != SubmissionStatus.SUBMITTED) {
            throw ProblemException.conflict(
                    "You can justify only submissions with open warnings; this one has the status " + submission.status
                            + ".");
        }
        Instant now = clock.instant();
        boolean complete = justifications.add(submission, requests, by, now);
        if (complete && submission.status == SubmissionStatus.NEEDS_JUSTIFICATION) {
            submission.justified(by, now);
        }
        SubmissionView view = SubmissionView.from(submission);
        record(submission, "submission-justified", by);
        return view;
    }

    /** Justifies the warnings of every rule with one text. */
    @Transactional
    public SubmissionView justifyAll(UUID id, String text, Actor by) {
        Submission submission = own(id, by);
        List<JustificationRequest> requests = justifications.warnedRules(submission).stream()
                .map(rule -> JustificationRequest.ofRule(rule, text))
                .toList();
        return justify(submission, requests, by);
    }

    @Transactional
    public SubmissionView withdraw(UUID id, Actor by) {
        Submission submission = own(id, by);
        submission.withdraw(null, by, clock.instant());
        record(submission, "submission-withdrawn", by);
        return SubmissionView.from(submission);
    }

    /** Returns a submission to its submitter. */
    @Transactional
    public SubmissionView giveBack(UUID id, String reason, Actor by) {
        SubmissionTexts.require("/reason", reason, "Give a reason: the submitter must know what to change.");
        Submission submission = submissions.forChange(id, by);
        submission.giveBack(reason, by, clock.instant());
        record(submission, "submission-returned", by);
        mails.returned(submission, reason);
        return SubmissionView.from(submission);
    }

    /**
     * Accepts a submission. Its values become the current figures.
     *
     * @param agreed ids of proposed justifications that become public comments
     */
    public SubmissionView accept(UUID id, String sha256, String comment, List<String> agreed, Actor by) {
        SubmissionTexts.require("/sha256", sha256, "Give the hash of the reviewed file, as shown in the submission.");
        SubmissionTexts.check("/comment", comment);
        statistics.refresh();
        return acceptNow(id, sha256, comment, agreed, by);
    }

    @Transactional
    SubmissionView acceptNow(UUID id, String sha256, String comment, List<String> agreed, Actor by) {
        acceptances.lock();
        Submission submission = submissions.forChange(id, by);
        Instant now = clock.instant();
        submission.accept(sha256, comment, by, now);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        if (submission.mode == UploadMode.REPLACE || values.withdrawsAny(id)) {
            Impact impact = Impact.of(
                    values.held(dataflow, submission.source, submission.areaList(), acceptances.latest()),
                    values.rowsOf(id, dataflow),
                    submission.mode == UploadMode.REPLACE);
            values.withdraw(id, dataflow, new KeySpace(dataflow.structure()), impact.withdrawn());
        }
        values.inheritAttributes(id, dataflow, submission.source, submission.areaList());
        footnotes.attach(submission, dataflow, agreed);
        submissions.flush();
        acceptances.add(submission, by, now);
        record(submission, "submission-accepted", by, agreed);
        mails.accepted(submission);
        return SubmissionView.from(submission);
    }

    private Submission own(UUID id, Actor by) {
        Submission submission = submissions.forChange(id, by);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        if (!submission.isSentBy(by, dataflow)) {
            throw ProblemException.forbidden(
                    "Only submitters for all countries and areas of the submission may do this.");
        }
        return submission;
    }

    private void record(Submission submission, String action, Actor by) {
        record(submission, action, by, List.of());
    }

    private void record(Submission submission, String action, Actor by, List<String> footnotes) {
        submissions.flush();
        AuditEvent event = by.event(action, SubmissionStorageService.subject(submission.id))
                .hashes(submission.sha256, submission.sha256)
                .detail("status", submission.status.name());
        audit.record(footnotes.isEmpty() ? event : event.detail("footnotes", footnotes));
    }
}
