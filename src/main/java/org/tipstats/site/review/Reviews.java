package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.discussion.DiscussionService.Discussion;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.justify.WarningReader;
import org.tipstats.collect.justify.WarningReader.ExplainedWarnings;
import org.tipstats.collect.receive.SubmissionMappings;
import org.tipstats.collect.receive.SubmissionMappings.SubmissionMapping;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewQueue;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.disseminate.comparison.QuestionService;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.platform.access.Actor;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.file.FileFormats;
import org.tipstats.site.file.ImpactRows;
import org.tipstats.site.file.ImpactRows.ImpactTable;
import org.tipstats.site.file.WarningWords;
import org.tipstats.site.file.WarningWords.ShownWarning;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Collects what a reviewer needs to read before a decision on a file. */
@Singleton
record Reviews(
        SubmissionReader reader,
        SubmissionMappings mappings,
        WarningReader warned,
        ReviewQueue queue,
        SchemaRegistry schemas,
        DiscussionService discussions,
        QuestionService questions,
        PublishedReleases published) {

    /**
     * One file under review.
     *
     * @param isOwn true if the file needs a decision and the reader submitted it
     * @param mapping the saved mapping that read the file; null if there is none, or if the reader may not see it
     * @param impact the changes that the file makes; null for a file that is not valid or was deleted
     * @param mirror questions about differences between the figures of the area and the figures of other areas about
     *     the same people
     * @param next for a decided file, the file to review next; null if there is none
     */
    record ReviewedFile(
            SubmissionView view,
            boolean isOwn,
            SubmissionMapping mapping,
            ImpactTable impact,
            List<RuleWarnings> warnings,
            List<String> mirror,
            Discussion discussion,
            UUID next) {

        /** Returns whether the file still needs a decision. */
        public boolean isOpen() {
            return view.status().isPending();
        }

        /** For an open file, returns whether the reader cannot accept it now. */
        public boolean isBlocked() {
            return isOwn || view.status() == SubmissionStatus.NEEDS_JUSTIFICATION;
        }

        /**
         * Returns the number of figures whose last comment is a reviewer's, the whole file counted as one figure; 0 for
         * a file that needs no decision.
         */
        public long unanswered() {
            return isOpen() ? discussion.awaitingSubmitter() : 0;
        }

        public int comments() {
            return discussion.comments().size();
        }

        /** Returns the comments on the whole file. */
        public List<Comment> aboutFile() {
            return discussion.byKey().getOrDefault(null, List.of());
        }
    }

    /** The warnings of a rule. Warnings that have the same explanations are in one part. */
    record RuleWarnings(String rule, String title, long count, List<WarningPart> parts) {}

    /**
     * The warnings of a rule that have the same explanations.
     *
     * @param more the number of warnings that are not shown
     * @param explanations the texts; empty if there is no explanation yet
     */
    record WarningPart(List<ShownWarning> warnings, long more, List<JustificationView> explanations) {}

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_QUESTIONS = 10;

    ReviewedFile of(UUID id, Actor who, PageTexts t) {
        SubmissionView view = reader.get(id, who);
        DataStructure structure =
                schemas.dataflow(view.dataflow()).orElseThrow().structure();
        Discussion said = discussions.of(id, who);
        boolean changes = view.status() != SubmissionStatus.INVALID && view.fileDeletedAt() == null;
        Impact impact = changes ? reader.impact(id, who) : null;
        return new ReviewedFile(
                view,
                view.status().isPending() && reader.isSubmittedBy(id, who),
                mappings.of(id, who).orElse(null),
                impact == null ? null : new ImpactRows(structure, view.area() != null, t).table(impact, id, said),
                warnings(view, structure, who, t),
                impact == null ? List.of() : questions(view, impact, who, t),
                said,
                view.status().isPending() ? null : queue.next(who).orElse(null));
    }

    private List<RuleWarnings> warnings(SubmissionView view, DataStructure structure, Actor who, PageTexts t) {
        WarningWords words = new WarningWords(structure, t);
        Map<String, List<ExplainedWarnings>> byRule = warned.of(view.id(), who, MAX_WARNINGS);
        return reader.report(view.id(), who).summary().stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .collect(Collectors.groupingBy(
                        SummaryGroup::rule, LinkedHashMap::new, Collectors.summingLong(SummaryGroup::count)))
                .entrySet()
                .stream()
                .map(rule -> new RuleWarnings(
                        rule.getKey(),
                        FileFormats.titleOrId(rule.getKey(), t),
                        rule.getValue(),
                        byRule.getOrDefault(rule.getKey(), List.of()).stream()
                                .map(part -> part(part, words))
                                .toList()))
                .toList();
    }

    private static WarningPart part(ExplainedWarnings part, WarningWords words) {
        return new WarningPart(
                part.first().stream().map(finding -> words.of(List.of(finding))).toList(),
                part.count() - part.first().size(),
                part.given());
    }

    /**
     * Returns at most {@value #MAX_QUESTIONS} questions, in words, about differences between the figures of the file's
     * area and the figures of other areas about the same people. Compares figures of the latest release, for the years
     * in which the file changes a figure.
     */
    private List<String> questions(SubmissionView file, Impact impact, Actor who, PageTexts t) {
        Optional<ReleaseReference> latest = published.latest();
        boolean reported = schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .filter(flow -> flow.derivation().sources().containsValue(file.dataflow()))
                .isPresent();
        if (!reported || file.area() == null || latest.isEmpty()) {
            return List.of();
        }
        String time = impact.held().space().structure().time().id();
        Set<String> years = Stream.of(impact.added(), impact.changed(), impact.removed())
                .flatMap(List::stream)
                .map(change -> change.key().get(time))
                .collect(Collectors.toSet());
        List<MirrorQuestion> asked = questions.of(latest.get(), file.area(), who).stream()
                .filter(question -> years.contains(question.year()))
                .limit(MAX_QUESTIONS)
                .toList();
        return questions.sentences(asked, t.language());
    }
}
