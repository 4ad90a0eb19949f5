package org.tipstats.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tipstats.report.ValidationReport.Counts;

/**
 * A submission as the API shows it.
 *
 * @param area the one area that it is about; null when there are several or none
 * @param submittedBy the name of the account
 * @param overlaps pending submissions that have keys in common with it; shown where one is asked for
 * @param justifications of its warnings; shown where one is asked for
 */
public record SubmissionView(
        UUID id,
        String dataflow,
        String area,
        List<String> areas,
        String mode,
        SubmissionStatus status,
        String sha256,
        String fileName,
        long rows,
        Instant receivedAt,
        String submittedBy,
        Counts counts,
        List<Step> statusHistory,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<UUID> overlaps,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<JustificationView> justifications) {

    /** One step of its way. @param comment what was said with it, such as the reason of a return */
    public record Step(
            SubmissionStatus status,
            Instant at,
            String by,
            @JsonInclude(JsonInclude.Include.NON_NULL) String comment) {}

    /** Why warnings are right as they are. Without line and key: all of the rule. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JustificationView(String rule, Integer line, String key, String text, Instant at, String by) {
        static JustificationView from(Justification justification) {
            return new JustificationView(
                    justification.rule,
                    justification.line,
                    justification.key,
                    justification.text,
                    justification.at,
                    justification.actorName);
        }
    }

    static SubmissionView from(Submission submission) {
        return from(submission, null, null);
    }

    static SubmissionView from(Submission submission, List<UUID> overlaps, List<Justification> justifications) {
        return new SubmissionView(
                submission.id,
                submission.dataflow,
                submission.area(),
                submission.areaList(),
                submission.mode.name().toLowerCase(Locale.ROOT),
                submission.status,
                submission.sha256,
                submission.fileName,
                submission.rows,
                submission.receivedAt,
                submission.submitterName,
                new Counts(submission.errors, submission.warnings, submission.informations),
                submission.history.stream()
                        .map(event -> new Step(event.status, event.at, event.actorName, event.comment))
                        .toList(),
                overlaps,
                justifications == null
                        ? null
                        : justifications.stream().map(JustificationView::from).toList());
    }
}
