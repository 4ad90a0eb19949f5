package org.tipstats.submission;

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
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.access.Mandate;
import org.tipstats.access.Role;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.report.ValidationReport;
import org.tipstats.schema.Dataflow;
import org.tipstats.validation.Validation;

/** A file that was sent in, and its way through review. It owns its transitions and refuses illegal ones. */
@Entity
@Table(name = "submission")
class Submission {

    @Id
    UUID id;

    String dataflow;

    /** Whose figures they are: a code of the list of sources. */
    String source;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    SubmissionStatus status;

    String[] areas;
    String[] periods;
    String sha256;
    long bytes;

    @Column(name = "row_count")
    long rows;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "submitted_by")
    UUID submittedBy;

    @Column(name = "submitter_name")
    String submitterName;

    @Column(name = "report_head")
    String reportHead;

    @Column(name = "error_count")
    long errors;

    @Column(name = "warning_count")
    long warnings;

    @Column(name = "information_count")
    long informations;

    @Column(name = "findings_total")
    long findingsTotal;

    @OneToMany(mappedBy = "submission", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("number")
    List<SubmissionEvent> history = new ArrayList<>();

    protected Submission() {}

    /** A submission as it arrives: its report decides its first status. */
    static Submission received(ReceivedFile file, Upload upload, Validation validation, Actor by, Instant at) {
        ValidationReport report = validation.report();
        Submission submission = new Submission();
        submission.id = UUID.randomUUID();
        submission.dataflow = upload.dataflow().id();
        submission.source = upload.dataflow().isReference() ? Mandate.OFFICIAL : by.source();
        submission.mode = upload.mode();
        submission.areas = validation.areas().toArray(new String[0]);
        submission.periods = validation.periods().toArray(new String[0]);
        submission.sha256 = file.sha256();
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
        submission.move(submission.firstStatus(), by, at, null);
        return submission;
    }

    private SubmissionStatus firstStatus() {
        if (errors > 0) {
            return SubmissionStatus.INVALID;
        }
        return warnings > 0 ? SubmissionStatus.NEEDS_JUSTIFICATION : SubmissionStatus.SUBMITTED;
    }

    /** All warnings are justified: the file goes to review. */
    void justified(Actor by, Instant at) {
        require(status == SubmissionStatus.NEEDS_JUSTIFICATION, "justified");
        move(SubmissionStatus.SUBMITTED, by, at, null);
    }

    void accept(String reviewedHash, String comment, Actor by, Instant at) {
        requireOtherPerson(by, "accept");
        require(status == SubmissionStatus.SUBMITTED, "accepted");
        if (!sha256.equals(reviewedHash)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The file of submission " + id + " has the hash " + sha256
                            + ", which is not the hash you reviewed. Review the file again, then accept it with its hash.");
        }
        move(SubmissionStatus.ACCEPTED, by, at, comment);
    }

    void giveBack(String reason, Actor by, Instant at) {
        requireOtherPerson(by, "return");
        require(status.isPending(), "returned");
        move(SubmissionStatus.RETURNED, by, at, reason);
    }

    void withdraw(String reason, Actor by, Instant at) {
        require(status.isPending() || status == SubmissionStatus.INVALID, "withdrawn");
        move(SubmissionStatus.WITHDRAWN, by, at, reason);
    }

    /**
     * Whether the actor is among those who send such a file: one who may send for all its areas from its source. Who sent a
     * file whose areas are not theirs, or not any more, has but the mistakes in it to see.
     */
    boolean isSentBy(Actor actor, Dataflow flow) {
        if (flow.isReference()) {
            return actor.may(Role.ADMINISTRATOR);
        }
        if (areas.length > 0 && areaList().stream().allMatch(area -> actor.reports(source, area))) {
            return true;
        }
        return submittedBy.equals(actor.id()) && (areas.length == 0 || status == SubmissionStatus.INVALID);
    }

    private void requireOtherPerson(Actor by, String act) {
        if (submittedBy.equals(by.id())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "You sent this submission, so another reviewer must " + act + " it.");
        }
    }

    private void require(boolean legal, String becomes) {
        if (!legal) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "A submission with the status " + status + " cannot be " + becomes + ".");
        }
    }

    private void move(SubmissionStatus to, Actor by, Instant at, String comment) {
        status = to;
        history.add(new SubmissionEvent(this, history.size() + 1, to, at, by, comment));
    }

    /** The one area that the file is about, or null when it has several or none. */
    String area() {
        return areas.length == 1 ? areas[0] : null;
    }

    boolean isOfficial() {
        return source.equals(Mandate.OFFICIAL);
    }

    List<String> areaList() {
        return Arrays.asList(areas);
    }
}
