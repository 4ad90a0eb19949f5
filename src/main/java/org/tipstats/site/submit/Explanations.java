package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.RuleTexts;

/** Shows which warnings of a submission need an explanation, and stores explanations. */
@Singleton
final class Explanations {

    /**
     * The warnings of a submission that need an explanation, and the explanations that were given.
     *
     * @param open the rules whose warnings still need an explanation
     */
    record ExplainPage(List<Fault> faults, List<OpenWarning> open, List<Explanation> given) {

        /** Returns a copy with one fault. */
        ExplainPage with(Fault fault) {
            return new ExplainPage(List.of(fault), open, given);
        }
    }

    /**
     * A rule's warnings that have no explanation yet.
     *
     * @param text the text typed so far; empty if nothing was typed
     * @param fault the fault of the text; null if the text has no fault
     */
    record OpenWarning(String rule, String title, String count, String text, String fault, List<Offer> offers) {}

    /** A text of an earlier year that can be used again. */
    record Offer(String id, String text, String about) {}

    /** An explanation that was given. */
    record Explanation(String rule, String text, String by, String at, String when) {}

    /** The contents of a form: a text for each rule, and earlier texts to use again. */
    record ExplanationForm(Map<String, String> texts, List<String> offers) {

        static final ExplanationForm NOTHING = new ExplanationForm(Map.of(), List.of());

        /** Makes the contents from the fields of a form. The text for a rule has the same index as the rule. */
        static ExplanationForm of(List<String> rules, List<String> texts, List<String> offers) {
            Map<String, String> said = new LinkedHashMap<>();
            for (int i = 0; rules != null && texts != null && i < Math.min(rules.size(), texts.size()); i++) {
                // Browsers send two characters for a line break, but count a line break as one character.
                said.put(rules.get(i), texts.get(i).replace("\r\n", "\n").strip());
            }
            return new ExplanationForm(said, offers == null ? List.of() : List.copyOf(offers));
        }

        List<JustificationRequest> requests() {
            List<JustificationRequest> requests = new ArrayList<>();
            offers.forEach(offer -> requests.add(JustificationRequest.ofOffer(offer)));
            texts.forEach((rule, text) -> {
                if (!text.isEmpty()) {
                    requests.add(JustificationRequest.ofRule(rule, text));
                }
            });
            return requests;
        }
    }

    private static final Pattern PLACE = Pattern.compile("/(\\d{1,6})(?:/.*)?");

    private final SubmissionReader reader;
    private final ReviewService review;

    Explanations(SubmissionReader reader, ReviewService review) {
        this.reader = reader;
        this.review = review;
    }

    ExplainPage page(UUID id, Actor who, PageTexts t) {
        return page(id, who, ExplanationForm.NOTHING, List.of(), t);
    }

    /**
     * Stores the explanations.
     *
     * @return the page; the page has faults if the explanations were not stored
     */
    ExplainPage give(UUID id, ExplanationForm typed, Actor who, PageTexts t) {
        List<JustificationRequest> requests = typed.requests();
        if (requests.isEmpty()) {
            String first = reader.explanations(id, who).counts().keySet().stream()
                    .findFirst()
                    .orElse("");
            return page(id, who, typed, List.of(new Fault("why-" + first, t.say("upload.explain.missing"))), t);
        }
        try {
            review.justify(id, requests, who);
            return page(id, who, t);
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.INVALID_BODY) {
                throw e;
            }
            List<Fault> faults = e.problem().errors().stream()
                    .map(error -> new Fault("why-" + rule(error.pointer(), requests), t.say("upload.explain.refused")))
                    .distinct()
                    .toList();
            return page(id, who, typed, faults, t);
        }
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
        SubmissionView view = reader.get(id, who);
        RuleTexts rules = RuleTexts.in(t.language());
        DayTexts days = new DayTexts(t);
        OpenJustifications standing =
                reader.isOwn(id, who) ? reader.explanations(id, who) : new OpenJustifications(Map.of(), List.of());
        return new ExplainPage(
                faults,
                standing.counts().entrySet().stream()
                        .map(open -> open(open.getKey(), open.getValue(), standing, typed, faults, t))
                        .toList(),
                view.justifications().stream()
                        .map(given -> new Explanation(
                                rules.title(given.rule()),
                                given.text(),
                                given.by(),
                                given.at().toString(),
                                days.time(given.at())))
                        .toList());
    }

    private static OpenWarning open(
            String rule,
            long count,
            OpenJustifications standing,
            ExplanationForm typed,
            List<Fault> faults,
            PageTexts t) {
        return new OpenWarning(
                rule,
                RuleTexts.in(t.language()).title(rule),
                t.say("upload.warnings", "n", count),
                typed.texts().getOrDefault(rule, ""),
                faults.stream()
                        .filter(fault -> fault.field().equals("why-" + rule))
                        .map(Fault::message)
                        .findFirst()
                        .orElse(null),
                standing.offers().stream()
                        .filter(offer -> offer.rule().equals(rule))
                        .map(offer -> new Offer(
                                offer.id(),
                                offer.text(),
                                t.say("upload.explain.offer", "periods", String.join(", ", offer.periods()))))
                        .toList());
    }
}
