package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.discussion.DiscussionService.Discussion;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.file.ImpactRows;
import org.tipstats.site.file.ImpactRows.ImpactTable;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.review.Decisions.ReviewForm;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page of one file under review. */
@Singleton
final class ReviewPages {

    /**
     * One file under review.
     *
     * @param impact the changes that the file makes; null for a file that is not valid
     * @param mirror questions about differences from figures that other areas publish about the same people
     * @param unanswered the number of reviewers' comments without an answer, in words; null if all have answers
     * @param comments the URL of the page with the comments
     * @param accept the text of the button that accepts the file
     * @param dead a sentence that says why the file cannot be accepted now; null if it can be accepted
     * @param deadReturn a sentence that says why the file cannot be returned now; null if it can be returned
     * @param open true if the file still needs a decision
     */
    record ReviewPage(
            String address,
            List<Fact> facts,
            String status,
            String tone,
            String sha256,
            ImpactTable impact,
            List<Warning> warnings,
            List<Proposal> proposals,
            List<String> overlaps,
            List<String> mirror,
            String unanswered,
            String comments,
            Timeline timeline,
            String accept,
            String dead,
            String deadReturn,
            boolean open,
            ReviewForm remarks) {}

    /**
     * A fact about the file.
     *
     * @param code true for a code or file name, which has its own text direction
     */
    record Fact(String name, String text, boolean code) {}

    /**
     * The warnings of a rule.
     *
     * @param count the number of warnings, in words
     * @param said the explanations of the warnings; empty if there is no explanation yet
     */
    record Warning(String rule, String title, String count, List<String> messages, List<Explanation> said) {}

    /**
     * An explanation of warnings.
     *
     * @param scope the part of the file that the explanation applies to, in words
     */
    record Explanation(String text, String scope, String by, String at, String when) {}

    /** An explanation that is published with the values if the reviewer agrees. */
    record Proposal(String id, String text, boolean ticked) {}

    private static final int MAX_MESSAGES = 10;

    private final SubmissionReader reader;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final DiscussionService discussions;
    private final MirrorDifferences mirror;

    ReviewPages(
            SubmissionReader reader,
            SchemaRegistry schemas,
            FileWords words,
            DiscussionService discussions,
            MirrorDifferences mirror) {
        this.reader = reader;
        this.schemas = schemas;
        this.words = words;
        this.discussions = discussions;
        this.mirror = mirror;
    }

    ReviewPage page(UUID id, Actor who, PageTexts t, ReviewForm remarks) {
        SubmissionView view = reader.get(id, who);
        DataStructure structure =
                schemas.dataflow(view.dataflow()).orElseThrow().structure();
        boolean open =
                view.status() == SubmissionStatus.SUBMITTED || view.status() == SubmissionStatus.NEEDS_JUSTIFICATION;
        String own = open && reader.isSubmittedBy(id, who) ? t.say("review.own") : null;
        Discussion said = discussions.of(id, who);
        Impact impact = view.status() == SubmissionStatus.INVALID ? null : reader.impact(id, who);
        boolean unexplained = view.status() == SubmissionStatus.NEEDS_JUSTIFICATION;
        return new ReviewPage(
                "/" + t.language() + Section.QUEUE.path() + "/" + id,
                facts(view, t),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                view.sha256(),
                impact == null ? null : new ImpactRows(structure, view.area() != null, t).table(impact, id, said),
                warnings(view, structure, who, t),
                proposals(view, remarks),
                overlaps(view, t),
                impact == null ? List.of() : mirror.of(view, impact, who, t),
                open ? unanswered(said, t) : null,
                "/" + t.language() + Section.MY_FILES.path() + "/" + id + "/comments",
                Timeline.of(view, t),
                t.say("review.accept", "n", view.rows()),
                own != null || !unexplained ? own : t.say("review.unexplained"),
                own,
                open,
                remarks);
    }

    private static String unanswered(Discussion said, PageTexts t) {
        long count = said.awaitingSubmitter();
        return count == 0 ? null : t.say("comments.unanswered", "n", count);
    }

    /** Returns the title of the page, which names the area and the dataset of the file. */
    String title(UUID id, Actor who, PageTexts t) {
        SubmissionView view = reader.get(id, who);
        return t.say("review.title", "area", words.areas(view, t), "dataflow", words.dataflow(view.dataflow(), t));
    }

    private List<Fact> facts(SubmissionView view, PageTexts t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("desk.dataflow"), words.dataflow(view.dataflow(), t), false));
        facts.add(new Fact(t.say("desk.area"), words.areas(view, t), false));
        if (view.fileName() != null) {
            facts.add(new Fact(t.say("desk.file"), view.fileName(), true));
        }
        facts.add(new Fact(t.say("review.rows"), new NumberTexts(t).whole(view.rows()), false));
        facts.add(new Fact(t.say("review.mode"), t.say("review.mode." + view.mode()), false));
        facts.add(new Fact(t.say("review.sent-by"), view.submittedBy(), true));
        return facts;
    }

    private List<Warning> warnings(SubmissionView view, DataStructure structure, Actor who, PageTexts t) {
        RuleTexts rules = RuleTexts.in(t.language());
        Sentences sentences = new Sentences(rules, structure);
        Map<String, List<SummaryGroup>> byRule = new LinkedHashMap<>();
        reader.report(view.id(), who).summary().stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .forEach(group -> byRule.computeIfAbsent(group.rule(), rule -> new ArrayList<>())
                        .add(group));
        List<Warning> warnings = new ArrayList<>();
        byRule.forEach((rule, groups) -> warnings.add(new Warning(
                rule,
                rules.title(rule),
                t.say(
                        "review.times",
                        "n",
                        groups.stream().mapToLong(SummaryGroup::count).sum()),
                groups.stream()
                        .limit(MAX_MESSAGES)
                        .map(sentences::message)
                        .distinct()
                        .toList(),
                view.justifications().stream()
                        .filter(said -> said.rule().equals(rule))
                        .map(said -> said(said, t))
                        .toList())));
        return warnings;
    }

    private static Explanation said(JustificationView said, PageTexts t) {
        String scope = said.line() != null
                ? t.say("review.scope.line", "line", said.line().toString())
                : said.key() != null ? t.say("review.scope.key", "key", said.key()) : t.say("review.scope.rule");
        return new Explanation(said.text(), scope, said.by(), said.at().toString(), new DayTexts(t).time(said.at()));
    }

    private static List<Proposal> proposals(SubmissionView view, ReviewForm remarks) {
        return view.justifications().stream()
                .filter(said -> Boolean.TRUE.equals(said.footnote()))
                .map(said ->
                        new Proposal(said.id(), said.text(), remarks.agreed().contains(said.id())))
                .toList();
    }

    private static List<String> overlaps(SubmissionView view, PageTexts t) {
        return view.overlaps() == null
                ? List.of()
                : view.overlaps().stream()
                        .map(other -> "/" + t.language() + Section.QUEUE.path() + "/" + other)
                        .toList();
    }
}
