package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.collect.justify.JustificationReader.JustificationView;
import org.tipstats.collect.justify.JustificationReader.OfferedJustification;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OpenPlace;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.file.WarningWords;
import org.tipstats.site.file.WarningWords.ShownWarning;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows which warnings of a submission need an explanation, and stores explanations. */
@Singleton
record Explanations(SubmissionReader reader, ReviewService review, SchemaRegistry schemas) {

    /**
     * The form for explanations.
     *
     * @param rules the rules whose warnings still need an explanation
     */
    record ExplainPage(List<RuleFields> rules, List<Fault> faults) {

        /** Returns the number of warnings that still need an explanation. */
        public long unexplained() {
            return rules.stream().mapToLong(RuleFields::count).sum();
        }

        ExplainPage with(Fault fault) {
            return new ExplainPage(rules, List.of(fault));
        }
    }

    /**
     * The fields for the warnings of one rule.
     *
     * @param count the number of unexplained warnings
     * @param offers texts of earlier years that would explain the warnings of several figures, or of figures that the
     *     form does not list
     * @param others the number of warnings of figures that the form does not list
     * @param includesOthers true if the text is also meant for the figures that the form does not list
     * @param fault the fault of the text; null if it has none
     */
    record RuleFields(
            String rule,
            long count,
            List<OfferedJustification> offers,
            List<FigureFields> figures,
            long others,
            boolean includesOthers,
            String text,
            String fault) {}

    /**
     * The fields for one figure.
     *
     * @param offers texts of earlier years about this figure
     */
    record FigureFields(String id, ShownWarning warning, boolean chosen, List<OfferedJustification> offers) {}

    /**
     * The result of storing explanations.
     *
     * @param again the page with the faults; null if the explanations were stored, or if no warning needs one
     * @param isComplete true if every warning has an explanation now
     */
    record Outcome(ExplainPage again, boolean isComplete) {}

    private static final String FIELD = "why-";
    private static final Pattern PLACE = Pattern.compile("/(\\d{1,6})(?:/.*)?");

    ExplainPage page(UUID id, Actor who, PageTexts t) {
        return page(id, who, ExplanationForm.NEW, List.of(), t);
    }

    /** Stores the explanations of a form, all or none. */
    Outcome give(UUID id, ExplanationForm typed, Actor who, PageTexts t) {
        int most = typed.others().isEmpty() ? ExplanationForm.MAX_FIGURES : Integer.MAX_VALUE;
        OpenJustifications open = reader.explanations(id, who, most);
        if (open.counts().isEmpty()) {
            return new Outcome(null, true);
        }
        Set<String> partly = reader.get(id, who).justifications().stream()
                .map(JustificationView::rule)
                .collect(Collectors.toSet());
        Set<String> idle = new TreeSet<>();
        List<JustificationRequest> requests = typed.requests(open, partly, idle);
        if (!idle.isEmpty()) {
            return refused(id, who, typed, faults(idle, "upload.explain.none", t), t);
        }
        if (requests.isEmpty()) {
            Set<String> first = open.counts().keySet().stream().limit(1).collect(Collectors.toSet());
            return refused(id, who, typed, faults(first, "upload.explain.missing", t), t);
        }
        return store(id, typed, requests, who, t);
    }

    private Outcome store(UUID id, ExplanationForm typed, List<JustificationRequest> requests, Actor who, PageTexts t) {
        try {
            // The request has read the submission before, so reading it once more would give its former status.
            SubmissionView now = review.justify(id, requests, who);
            return new Outcome(null, now.status() != SubmissionStatus.NEEDS_JUSTIFICATION);
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.INVALID_BODY) {
                throw e;
            }
            Set<String> rules = e.problem().errors().stream()
                    .map(error -> rule(error.pointer(), requests))
                    .collect(Collectors.toCollection(TreeSet::new));
            return refused(id, who, typed, faults(rules, "upload.explain.refused", t), t);
        }
    }

    private Outcome refused(UUID id, Actor who, ExplanationForm typed, List<Fault> faults, PageTexts t) {
        return new Outcome(page(id, who, typed, faults, t), false);
    }

    private static List<Fault> faults(Set<String> rules, String text, PageTexts t) {
        return rules.stream().map(rule -> new Fault(FIELD + rule, t.say(text))).toList();
    }

    /**
     * Returns the rule of the request that an error points to. If the error points to an offer or to the whole body,
     * returns the first rule of any request.
     */
    private static String rule(String pointer, List<JustificationRequest> requests) {
        Matcher place = PLACE.matcher(pointer == null ? "" : pointer);
        Stream<JustificationRequest> meant = place.matches() && Integer.parseInt(place.group(1)) < requests.size()
                ? Stream.of(requests.get(Integer.parseInt(place.group(1))))
                : Stream.empty();
        return Stream.concat(meant, requests.stream())
                .map(JustificationRequest::rule)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private ExplainPage page(UUID id, Actor who, ExplanationForm typed, List<Fault> faults, PageTexts t) {
        SubmissionView file = reader.get(id, who);
        WarningWords words =
                new WarningWords(schemas.dataflow(file.dataflow()).orElseThrow().structure(), t);
        OpenJustifications open = reader.isOwn(id, who)
                ? reader.explanations(id, who, ExplanationForm.MAX_FIGURES)
                : OpenJustifications.NONE;
        return new ExplainPage(
                open.counts().keySet().stream()
                        .map(rule -> fields(rule, open, typed, faults, words))
                        .toList(),
                faults);
    }

    private static RuleFields fields(
            String rule, OpenJustifications open, ExplanationForm typed, List<Fault> faults, WarningWords words) {
        List<OfferedJustification> offers = open.offers().stream()
                .filter(offer -> offer.rule().equals(rule))
                .toList();
        List<FigureFields> figures = ExplanationForm.places(rule, open).stream()
                .map(place -> new FigureFields(
                        place.id(), words.of(place.findings()), typed.isChosen(place), ofFigure(place, offers)))
                .toList();
        long listed = ExplanationForm.places(rule, open).stream()
                .mapToLong(place -> place.findings().size())
                .sum();
        return new RuleFields(
                rule,
                open.counts().get(rule),
                offers.stream()
                        .filter(offer -> figures.stream()
                                .noneMatch(figure -> figure.offers().contains(offer)))
                        .toList(),
                figures,
                open.counts().get(rule) - listed,
                typed.includesOthers(rule),
                typed.text(rule),
                Fault.of(FIELD + rule, faults));
    }

    /** Returns the offers that would explain the warnings of this figure and no other warnings. */
    private static List<OfferedJustification> ofFigure(OpenPlace place, List<OfferedJustification> offers) {
        return offers.stream()
                .filter(offer -> place.offers().contains(offer.id())
                        && offer.covers() == place.findings().size())
                .toList();
    }
}
