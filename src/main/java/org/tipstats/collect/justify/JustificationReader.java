package org.tipstats.collect.justify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.validate.findings.Finding;

/** Reads justifications of submissions. */
@ApplicationScoped
@OwnAreas
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
     * Returns the justifications of a submission in the order in which they were added. After acceptance, each
     * justification that proposes a public comment says whether its text became one.
     */
    public List<JustificationView> given(Submission submission) {
        List<Justification> given = justifications.of(submission.id);
        boolean decided = submission.status == SubmissionStatus.ACCEPTED;
        Set<Long> agreed = decided ? footnotes.of(submission.id) : null;
        return given.stream().map(each -> JustificationView.from(each, agreed)).toList();
    }

    /**
     * Returns the open warnings, and the earlier texts that may explain such warnings.
     *
     * @param most the largest number of places to return for each rule
     */
    public OpenJustifications open(Submission submission, Actor actor, int most) {
        return openWarnings.of(submission, actor, most);
    }

    /**
     * Returns the given justifications, the offered texts and the open warnings. Throws a 404 if the actor may not see
     * the submission.
     */
    public JustificationsView get(UUID id, Actor actor, PageRequest page) {
        Submission submission = submissions.get(id, actor);
        String path = "/api/v1/submissions/" + id + "/justifications";
        List<JustificationView> given = given(submission);
        Page<JustificationView> shown = Page.slice(given, page, path);
        OpenJustifications standing = openWarnings.of(submission, actor, 0);
        Page<OfferedJustification> offers = Page.slice(standing.offers(), page, path);
        return new JustificationsView(
                new JustificationsView.Given(given.size(), shown.items(), shown.next()),
                new JustificationsView.Offered(standing.offers().size(), offers.items(), offers.next()),
                standing.counts().entrySet().stream()
                        .map(rule -> new OpenWarnings.Open(rule.getKey(), rule.getValue()))
                        .toList());
    }

    /**
     * The warnings of a submission that are not explained yet.
     *
     * @param counts number of unexplained warnings by rule
     * @param offers texts accepted earlier for the same rules and series, newest first
     * @param places the figures with such warnings: the first ones of each rule, in the order of the report
     */
    public record OpenJustifications(
            Map<String, Long> counts, List<OfferedJustification> offers, List<OpenPlace> places) {

        public static final OpenJustifications NONE = new OpenJustifications(Map.of(), List.of(), List.of());

        /**
         * The unexplained warnings of one rule about one figure.
         *
         * @param findings at least one finding; all have the same rule, line and key
         * @param offers the ids of the offered texts that apply to these warnings
         */
        public record OpenPlace(List<Finding> findings, List<String> offers) {

            public Finding first() {
                return findings.get(0);
            }

            /** Returns text that identifies the place within a report. */
            public String id() {
                Finding first = first();
                return first.rule() + " " + first.line() + " " + new TreeMap<>(first.key());
            }

            OpenPlace with(Finding finding, List<String> others) {
                return new OpenPlace(
                        Stream.concat(findings.stream(), Stream.of(finding)).toList(),
                        Stream.concat(offers.stream(), others.stream())
                                .distinct()
                                .toList());
            }
        }
    }

    /**
     * A text that was accepted earlier for the same rule and series, and that may be taken over.
     *
     * @param key the key that the text would explain in this submission: codes in dimension order, where an empty code
     *     stands for all codes; null for all findings of the rule
     * @param footnote true if the text was proposed as a public comment, otherwise absent
     * @param covers number of unexplained warnings that the text would cover
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferedJustification")
    public record OfferedJustification(
            String id,
            String rule,
            String key,
            String text,
            String reason,
            Boolean footnote,
            long covers,
            Origin origin) {

        /**
         * The submission that a text comes from.
         *
         * @param periods the periods that the text was written for
         * @param by the name of the account that wrote the text; for staff only
         * @param acceptedBy the name of the account that accepted the submission; for staff only
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(name = "OfferedJustificationOrigin")
        public record Origin(
                UUID submissionId, List<String> periods, Instant acceptedAt, String by, String acceptedBy) {}

        KeyPattern keyPattern() {
            return key == null ? null : KeyPattern.parse(key);
        }
    }

    /**
     * The justifications of a submission as the API shows them: the given justifications, the accepted texts of other
     * submissions that may be taken over, and the open warnings.
     */
    public record JustificationsView(Given given, Offered offered, List<OpenWarnings.Open> open) {

        /**
         * The justifications of the submission, in the order in which they were added.
         *
         * @param next path and query of the next page, or null
         */
        @Schema(name = "GivenJustifications")
        record Given(long count, List<JustificationView> items, String next) {}

        /**
         * Accepted texts for the same rules and series, newest first.
         *
         * @param next path and query of the next page, or null
         */
        @Schema(name = "OfferedJustifications")
        record Offered(long count, List<OfferedJustification> items, String next) {}
    }

    /**
     * Explains why figures with warnings are correct. A justification without line and key covers all findings of the
     * rule.
     *
     * @param key codes in dimension order; an empty code stands for all codes of its dimension
     * @param reason a code of CL_JUSTIFICATION_REASON
     * @param covers number of covered findings; absent if they were not counted
     * @param footnote true if the text is proposed as a public comment, otherwise absent
     * @param agreed true if a proposed text became a public comment, false if not; absent before acceptance, for a text
     *     that is not proposed, and beside a warning
     * @param offer the id of the accepted justification whose text was taken over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JustificationView(
            String id,
            String rule,
            Integer line,
            String key,
            String text,
            String reason,
            Long covers,
            Boolean footnote,
            Boolean agreed,
            String offer,
            Instant at,
            String by) {

        /**
         * @param agreed the ids of justifications that became public comments; null before the decision, or to leave
         * this out
         */
        static JustificationView from(Justification justification, Set<Long> agreed) {
            boolean decided = justification.footnote && agreed != null;
            return new JustificationView(
                    justification.id.toString(),
                    justification.rule,
                    justification.line,
                    justification.key,
                    justification.text,
                    justification.reason,
                    justification.covered,
                    justification.footnote ? true : null,
                    decided ? Boolean.valueOf(agreed.contains(justification.id)) : null,
                    justification.offer == null ? null : justification.offer.toString(),
                    justification.at,
                    justification.actorName);
        }
    }
}
