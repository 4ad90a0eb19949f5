package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.Counts;

/** Makes the receipts of submissions that the actor may see. */
@ApplicationScoped
@OwnAreas
public class ReceiptReader {

    private final SubmissionRepository submissions;
    private final AuditLog audit;
    private final Clock clock;

    ReceiptReader(SubmissionRepository submissions, AuditLog audit, Clock clock) {
        this.submissions = submissions;
        this.audit = audit;
        this.clock = clock;
    }

    public Receipt receipt(UUID id, Actor actor) {
        Submission submission = submissions.get(id, actor);
        ValidationReport report = ReportJson.readHead(submission.reportHead);
        return new Receipt(
                submission.id,
                submission.dataflow,
                submission.origin,
                submission.fileName,
                submission.fileSha256,
                submission.bytes,
                submission.rows,
                submission.receivedAt,
                submission.submitterName,
                submission.status,
                report.valid(),
                report.counts(),
                report.schemaVersion(),
                report.rulesVersion(),
                audit.last(List.of("submissions/" + id), List.of("submission-received"))
                        .get("submissions/" + id),
                clock.instant());
    }

    /**
     * Proof that a file arrived: its sender, its bytes, the time and the result of validation.
     *
     * @param origin where the rows come from
     * @param log the entry of the audit log that records the arrival
     */
    public record Receipt(
            UUID submissionId,
            String dataflow,
            UploadOrigin origin,
            String fileName,
            String sha256,
            long bytes,
            long rows,
            Instant receivedAt,
            String submittedBy,
            SubmissionStatus status,
            boolean valid,
            Counts counts,
            String schemaVersion,
            String rulesVersion,
            ChainHead log,
            Instant issuedAt) {}
}
