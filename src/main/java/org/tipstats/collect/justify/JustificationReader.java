package org.tipstats.collect.justify;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.PageRequest;

/** Reads justifications of submissions. */
@ApplicationScoped
public class JustificationReader {

    private final SubmissionRepository submissions;
    private final JustificationRepository justifications;
    private final FootnoteRepository footnotes;
    private final OpenWarnings openWarnings;

    JustificationReader(
            SubmissionRepository submissions,
            JustificationRepository justifications,
            FootnoteRepository footnotes,
            OpenWarnings openWarnings) {
        this.submissions = submissions;
        this.justifications = justifications;
        this.footnotes = footnotes;
        this.openWarnings = openWarnings;
    }

    /**
     * Returns the justifications of a submission, in order. After acceptance each says whether it became a public
     * comment.
     */
    public List<JustificationView> given(Submission submission) {
        List<Justification> given = justifications.of(submission.id);
        boolean decided = submission.status == SubmissionStatus.ACCEPTED;
        Set<Long> agreed = decided ? footnotes.of(submission.id) : null;
        return given.stream().map(each -> JustificationView.from(each, agreed)).toList();
    }

    /** Returns the open warnings and the texts offered for them. */
    public OpenJustifications open(Submission submission, Actor actor) {
        OpenWarnings.WarningState standing = openWarnings.of(submission, actor);
        Map<String, Long> counts = new TreeMap<>();
        standing.open().forEach(open -> counts.put(open.rule(), open.count()));
        return new OpenJustifications(
                counts,
                standing.offers().stream()
                        .map(offer -> new OpenJustifications.OfferedText(
                                offer.id(),
                                offer.rule(),
                                offer.text(),
                                offer.covers(),
                                offer.origin().periods()))
                        .toList());
    }

    /**
     * Returns the given justifications, the offered texts and the open warnings. Throws a 404 if the actor may not see
     * the submission.
     */
    public JustificationsView get(UUID id, Actor actor, PageRequest page) {
        Submission submission = submissions.get(id, actor);
        return JustificationsView.of(
                given(submission),
                openWarnings.of(submission, actor),
                page,
                "/api/v1/submissions/" + id + "/justifications");
    }
}
