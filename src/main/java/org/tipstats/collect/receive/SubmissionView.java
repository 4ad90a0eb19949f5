package org.tipstats.collect.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.validate.findings.ValidationReport.Counts;

/**
 * A submission as the API shows it.
 *
 * @param source the agency whose figures the file holds; absent for official figures
 * @param area the only area of the file; null if the file has no area or several
 * @param submittedBy the name of the account that sent the file
 * @param overlaps pending submissions that have keys or replaced periods in common with this one; only in the view of a
 *     single submission
 * @param justifications the justifications of its warnings; only in the view of a single submission
 */
public record SubmissionView(
        UUID id,
        String dataflow,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
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

    /**
     * One step of a submission.
     *
     * @param comment the remark made with the step, for example the reason of a return
     */
    @Schema(name = "SubmissionStep")
    public record Step(
            SubmissionStatus status,
            Instant at,
            String by,
            @JsonInclude(JsonInclude.Include.NON_NULL) String comment) {}

    public static SubmissionView from(Submission submission) {
        return from(submission, null, null);
    }

    static SubmissionView from(Submission submission, List<UUID> overlaps, List<JustificationView> justifications) {
        return new SubmissionView(
                submission.id,
                submission.dataflow,
                submission.isOfficial() ? null : submission.source,
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
                justifications);
    }
}
