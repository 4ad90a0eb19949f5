package org.tipstats.collect.submission;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;

/** A submitted file and its status during review. Only this class changes the status; it refuses illegal changes. */
@Entity
@Table(name = "submission")
public class Submission {

    @Id
    public UUID id;

    public String dataflow;

    /** Code of the source whose figures the file has. */
    public String source;

    @Enumerated(EnumType.STRING)
    public UploadMode mode;

    @Enumerated(EnumType.STRING)
    public UploadOrigin origin;

    @Enumerated(EnumType.STRING)
    public SubmissionStatus status;

    String[] areas;
    public String[] periods;
    public String sha256;

    /** Hash of the bytes received. It differs from {@link #sha256} if a mapping read the file. */
    @Column(name = "file_sha256")
    public String fileSha256;

    /** The values that the request gave for components that the file lacks, as a JSON object. */
    public String parameters;

    /** The saved mapping that read the file; null if none did. */
    @Column(name = "mapping_id")
    public String mappingId;

    @Column(name = "mapping_version")
    public Integer mappingVersion;

    /** The cells that were read with another text, as the JSON of {@link Corrections}. */
    public String corrections = Corrections.NONE.toJson();

    /** The other submissions that came from the same file at the same time. */
    public UUID[] links = {};

    /** Whether a reviewer entered the file for an area, with the message of its State. */
    @Column(name = "on_behalf")
    public boolean onBehalf;

    public long bytes;

    @Column(name = "row_count")
    public long rows;

    @Column(name = "file_name")
    public String fileName;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "submitted_by")
    public UUID submittedBy;

    @Column(name = "submitter_name")
    public String submitterName;

    @Column(name = "report_head")
    public String reportHead;

    @Column(name = "error_count")
    public long errors;

    @Column(name = "warning_count")
    public long warnings;

    @Column(name = "information_count")
    public long informations;

    @Column(name = "findings_total")
    public long findingsTotal;

    /** The time at which the file and all copies of its rows were deleted; null before. */
    @Column(name = "file_deleted_at")
    public Instant fileDeletedAt;

    @OneToMany(mappedBy = "submission", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("number")
    public List<SubmissionEvent> history = new ArrayList<>();

    protected Submission() {}

    /** Creates the submission of a new file. The validation report determines the first status. */
    public static Submission received(ReceivedFile file, Upload upload, Validation validation, Actor by, Instant at) {
        ValidationReport report = validation.report();
        Submission submission = new Submission();
        submission.id = UUID.randomUUID();
        submission.dataflow = upload.dataflow().id();
        submission.source = upload.dataflow().isReference() ? Mandate.OFFICIAL : by.source();
        submission.mode = upload.mode();
        submission.origin = upload.origin();
        submission.areas = validation.areas().toArray(new String[0]);
        submission.periods = validation.periods().toArray(new String[0]);
        submission.sha256 = file.sha256();
        submission.fileSha256 = file.sha256();
        submission.parameters = upload.mapping().paramsAsJson();
        submission.bytes = file.bytes();
        submission.rows = report.file().rows();
        submission.fileName = file.fileName();
        submission.mediaType = file.mediaType();
        submission.receivedAt = at;
        submission.submittedBy = by.id();
        submission.submitterName = by.name();
        submission.errors = report.counts().error();
        submission.warnings = report.counts().warning();
        submission.informations = report.counts().information();
        submission.findingsTotal = report.findingsTotal();
        submission.onBehalf = upload.behalf() != null;
        submission.move(submission.firstStatus(), by, at, null);
        return submission;
    }

    /**
     * Records that a mapping read the file.
     *
     * @param rowsHash the hash of the rows that the mapping made
     * @param id the id of the saved mapping; null if the file defines its own meaning
     * @param corrected the cells that were read with another text
     */
    public void mappedBy(String rowsHash, String id, Integer version, Corrections corrected) {
        sha256 = rowsHash;
        corrections = corrected.toJson();
        mappingId = id;
        mappingVersion = version;
    }

    /** Returns whether a mapping made the rows, so that they differ from the bytes received. */
    public boolean isMapped() {
        return !sha256.equals(fileSha256);
    }

    /**
     * Returns whether both files were read in the same way: by the same mapping with the same corrections, or both
     * without a mapping.
     */
    public boolean isReadAs(Submission other) {
        return isMapped() == other.isMapped()
                && Objects.equals(mappingId, other.mappingId)
                && Objects.equals(mappingVersion, other.mappingVersion)
                && corrections.equals(other.corrections);
    }

    /** Records the submissions that came from the same file at the same time. Keeps earlier links. */
    public void link(List<UUID> together) {
        links = Stream.concat(Arrays.stream(links), together.stream())
                .filter(other -> !other.equals(id))
                .distinct()
                .toArray(UUID[]::new);
    }

    private SubmissionStatus firstStatus() {
        if (errors > 0) {
            return SubmissionStatus.INVALID;
        }
        return warnings > 0 ? SubmissionStatus.NEEDS_JUSTIFICATION : SubmissionStatus.SUBMITTED;
    }

    /** Moves the file to review, because all warnings are justified. */
    public void justified(Actor by, Instant at) {
        require(status == SubmissionStatus.NEEDS_JUSTIFICATION, "justified");
        move(SubmissionStatus.SUBMITTED, by, at, null);
    }

    public void accept(String reviewedHash, String comment, Actor by, Instant at) {
        requireOtherPerson(by, "accept");
        require(status == SubmissionStatus.SUBMITTED, "accepted");
        if (!sha256.equals(reviewedHash)) {
            throw FileProblems.notReviewed(id, sha256);
        }
        move(SubmissionStatus.ACCEPTED, by, at, comment);
    }

    public void giveBack(String reason, Actor by, Instant at) {
        requireOtherPerson(by, "return");
        require(status.isPending(), "returned");
        move(SubmissionStatus.RETURNED, by, at, reason);
    }

    public void withdraw(String reason, Actor by, Instant at) {
        require(status.isPending() || status == SubmissionStatus.INVALID, "withdrawn");
        move(SubmissionStatus.WITHDRAWN, by, at, reason);
    }

    /**
     * Returns whether the actor may act as the submitter of this file. The actor must submit figures of the file's
     * source for all areas of the file. Two accounts need no such right: the sender of an invalid file or of a file
     * without areas, who must see the errors, and the reviewer who entered a file for an area. Only administrators
     * submit reference data.
     */
    public boolean isSentBy(Actor actor, Dataflow flow) {
        if (flow.isReference()) {
            return actor.may(AccountRole.ADMINISTRATOR);
        }
        if (areas.length > 0 && areaList().stream().allMatch(area -> actor.reports(source, area))) {
            return true;
        }
        boolean entered = onBehalf && actor.may(AccountRole.REVIEWER);
        return submittedBy.equals(actor.id()) && (areas.length == 0 || status == SubmissionStatus.INVALID || entered);
    }

    /** Throws a 410 if the file was deleted. */
    public void requireFile() {
        if (fileDeletedAt != null) {
            throw FileProblems.deleted(id, fileDeletedAt);
        }
    }

    private void requireOtherPerson(Actor by, String act) {
        if (submittedBy.equals(by.id())) {
            throw ProblemException.forbidden("You sent this submission, so another reviewer must " + act + " it.");
        }
    }

    private void require(boolean legal, String becomes) {
        if (!legal) {
            throw ProblemException.conflict("A submission with the status " + status + " cannot be " + becomes + ".");
        }
    }

    private void move(SubmissionStatus to, Actor by, Instant at, String comment) {
        status = to;
        history.add(new SubmissionEvent(this, history.size() + 1, to, at, by, comment));
    }

    /** Returns the only area of the file, or null if it has none or several. */
    public String area() {
        return areas.length == 1 ? areas[0] : null;
    }

    public boolean isOfficial() {
        return source.equals(Mandate.OFFICIAL);
    }

    public List<String> areaList() {
        return Arrays.asList(areas);
    }
}
