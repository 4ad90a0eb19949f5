package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OfferedText;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/** Shows which warnings of a submission need an explanation, and stores explanations. */
@Singleton
final class Explanations {

    /**
     * The form for explanations.
     *
     * @param open the warnings that still need an explanation
     */
    record ExplainPage(OpenJustifications open, ExplanationForm typed, List<Fault> faults) {

        /** Returns a copy with one fault. */
        ExplainPage with(Fault fault) {
            return new ExplainPage(open, typed, List.of(fault));
        }

        /** Returns the rules whose warnings still need an explanation. */
        public Set<String> rules() {
            return open.counts().keySet();
        }

        /** Returns the number of a rule's warnings. */
        public long count(String rule) {
            return open.counts().get(rule);
        }

        /** Returns the texts of earlier years that can be used again for a rule. */
        public List<OfferedText> offers(String rule) {
            return open.offers().stream()
                    .filter(offer -> offer.rule().equals(rule))
                    .toList();
        }

        /** Returns the text typed so far for a rule; empty if nothing was typed. */
        public String text(String rule) {
            return typed.texts().getOrDefault(rule, "");
        }

        /** Returns the fault of a rule's text; null if the text has no fault. */
        public String fault(String rule) {
            return Fault.of(FIELD + rule, faults);
        }
    }

    /** The values in the form for explanations: a text for each rule, and the ids of earlier texts to use again. */
    record ExplanationForm(Map<String, String> texts, List<String> offers) {

        static final ExplanationForm NOTHING = new ExplanationForm(Map.of(), List.of());

        /** Reads the fields of a form. The text for a rule has the same index in its list as the rule. */
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

    private static final String FIELD = "why-";
    private static final Pattern PLACE = Pattern.compile("/(\\d{1,6})(?:/.*)?");

    private final SubmissionReader reader;
    private final ReviewService review;

    Explanations(SubmissionReader reader, ReviewService review) {
        this.reader = reader;
        this.review = review;
    }

    ExplainPage page(UUID id, Actor who) {
        return page(id, who, ExplanationForm.NOTHING, List.of());
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
            return page(id, who, typed, List.of(new Fault(FIELD + first, t.say("upload.explain.missing"))));
        }
        try {
            review.justify(id, requests, who);
            return page(id, who);
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.INVALID_BODY) {
                throw e;
            }
            List<Fault> faults = e.problem().errors().stream()
                    .map(error -> new Fault(FIELD + rule(error.pointer(), requests), t.say("upload.explain.refused")))
                    .distinct()
                    .toList();
            return page(id, who, typed, faults);
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

    private ExplainPage page(UUID id, Actor who, ExplanationForm typed, List<Fault> faults) {
        OpenJustifications open =
                reader.isOwn(id, who) ? reader.explanations(id, who) : new OpenJustifications(Map.of(), List.of());
        return new ExplainPage(open, typed, faults);
    }
}
