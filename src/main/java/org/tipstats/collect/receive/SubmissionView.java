package org.tipstats.collect.receive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.Corrections.Correction;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.platform.database.JsonText;
import org.tipstats.validate.findings.ValidationReport.Counts;

/**
 * A submission as the API shows it.
 *
 * @param source the agency whose figures the file holds; absent for official figures
 * @param area the only area of the file; null if the file has no area or several
 * @param origin where the rows come from: from a file, from figures that were typed in, or from a declaration that
 *     there are none
 * @param sha256 the hash of the rows that are reviewed: of the file, or of the rows that a mapping made
 * @param fileSha256 the hash of the bytes received
 * @param mapping the saved mapping that read the file; null if none did
 * @param parameters the values that the request gave for components that the file lacks, by component
 * @param corrections the cells that were read with another text, sorted by their address; absent if the reader may not
 *     read the received file, or if it was deleted
 * @param onBehalf whether the secretariat entered the file for its country or area
 * @param links the other submissions that came from the same file at the same time
 * @param fileDeletedAt the time at which the file, its findings and its values were deleted, because it was refused
 *     long ago; absent while they are there
 * @param submittedBy the name of the account that sent the file
 * @param changedLater the number of its figures that submissions accepted later changed or withdrew; absent if there
 *     are none; only in the answer about a single submission
 * @param overlaps pending submissions that have keys or replaced periods in common with this one; only in the view of a
 *     single pending submission, for reviewers
 * @param justifications the justifications of its warnings; only in the view of a single submission
 */
public record SubmissionView(
        UUID id,
        String dataflow,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
        String area,
        List<String> areas,
        String mode,
        UploadOrigin origin,
        SubmissionStatus status,
        String sha256,
        String fileSha256,
        UsedMapping mapping,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Correction> corrections,
        List<UUID> links,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean onBehalf,
        String fileName,
        long rows,
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant fileDeletedAt,
        String submittedBy,
        Counts counts,
        List<Step> statusHistory,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long changedLater,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<UUID> overlaps,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<JustificationView> justifications) {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** The version of a saved mapping that read a file. */
    @Schema(name = "UsedMapping")
    public record UsedMapping(String id, int version) {}

    private static Map<String, String> parameters(Submission submission) {
        return JsonText.read(JSON.readerFor(new TypeReference<TreeMap<String, String>>() {}), submission.parameters);
    }

    /** Returns the view for someone who may read the received file. */
    public static SubmissionView from(Submission submission) {
        return from(submission, true, 0, null, null);
    }

    /** @param withCells whether the reader may read the received file; else the corrected cells are absent */
    static SubmissionView from(
            Submission submission,
            boolean withCells,
            long changedLater,
            List<UUID> overlaps,
            List<JustificationView> justifications) {
        return new SubmissionView(
                submission.id,
                submission.dataflow,
                submission.isOfficial() ? null : submission.source,
                submission.area(),
                submission.areaList(),
                submission.mode.name().toLowerCase(Locale.ROOT),
                submission.origin,
                submission.status,
                submission.sha256,
                submission.fileSha256,
                submission.mappingId == null ? null : new UsedMapping(submission.mappingId, submission.mappingVersion),
                parameters(submission),
                withCells ? Corrections.read(submission.corrections).cells() : null,
                List.of(submission.links),
                submission.onBehalf,
                submission.fileName,
                submission.rows,
                submission.receivedAt,
                submission.fileDeletedAt,
                submission.submitterName,
                new Counts(submission.errors, submission.warnings, submission.informations),
                submission.history.stream()
                        .map(event -> new Step(event.status, event.at, event.actorName, event.comment))
                        .toList(),
                changedLater,
                overlaps,
                justifications);
    }
}
