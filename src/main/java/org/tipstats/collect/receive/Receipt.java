package org.tipstats.collect.receive;

import java.time.Instant;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.Counts;
import org.tipstats.validate.forms.ReportJson;

/** Proof that a file arrived: who submitted which bytes when, and with which result of validation. */
public record Receipt(
        UUID submissionId,
        String dataflow,
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
        Instant issuedAt) {

    static Receipt from(Submission submission, Instant issuedAt) {
        ValidationReport report = ReportJson.readHead(submission.reportHead);
        return new Receipt(
                submission.id,
                submission.dataflow,
                submission.fileName,
                submission.sha256,
                submission.bytes,
                submission.rows,
                submission.receivedAt,
                submission.submitterName,
                submission.status,
                report.valid(),
                report.counts(),
                report.schemaVersion(),
                report.rulesVersion(),
                issuedAt);
    }
}
