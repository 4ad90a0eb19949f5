package org.tipstats.site.submit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OpenPlace;
import org.tipstats.collect.justify.Justifications.JustificationRequest;

/**
 * The values in the form for explanations.
 *
 * @param texts the typed text for each rule
 * @param offers the ids of earlier texts to use again
 * @param chosen the ids of the ticked figures; null for a new form, in which all figures are ticked
 * @param others the rules whose text is also meant for the figures that the form does not list
 */
record ExplanationForm(Map<String, String> texts, List<String> offers, Set<String> chosen, Set<String> others) {

    /** Largest number of figures that the form lists for a rule. */
    static final int MAX_FIGURES = 50;

    static final ExplanationForm NEW = new ExplanationForm(Map.of(), List.of(), null, Set.of());

    /** Reads the fields of a form. A rule and a text at the same index belong together. */
    static ExplanationForm of(
            List<String> rules, List<String> texts, List<String> offers, List<String> figures, List<String> others) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(rules.size(), texts.size()); i++) {
            typed.put(rules.get(i), texts.get(i).strip());
        }
        return new ExplanationForm(typed, List.copyOf(offers), Set.copyOf(figures), Set.copyOf(others));
    }

    /** Returns the text typed for a rule; empty if nothing was typed. */
    String text(String rule) {
        return texts.getOrDefault(rule, "");
    }

    boolean isChosen(OpenPlace place) {
        return chosen == null || chosen.contains(place.id());
    }

    /** Returns whether the text for a rule is also meant for the figures that the form does not list. */
    boolean includesOthers(String rule) {
        return chosen == null || others.contains(rule);
    }

    boolean isOffered(OpenPlace place) {
        return place.offers().stream().anyMatch(offers::contains);
    }

    /**
     * Returns the requests of the form: the chosen earlier texts, and the typed texts for the ticked figures. A text
     * for all warnings of a rule is one request. A figure with a chosen earlier text gets no other text.
     *
     * @param open all open warnings that the form can be about
     * @param partly the rules that have explanations for some of their warnings already
     * @param idle a set to which this method adds each rule that has a text but no ticked figure
     */
    List<JustificationRequest> requests(OpenJustifications open, Set<String> partly, Set<String> idle) {
        List<JustificationRequest> requests = new ArrayList<>();
        offers.forEach(offer -> requests.add(JustificationRequest.ofOffer(offer)));
        texts.forEach((rule, text) -> {
            List<OpenPlace> wanted = text.isEmpty() ? List.of() : wanted(rule, open);
            long findings = wanted.stream()
                    .filter(place -> !isOffered(place))
                    .mapToLong(place -> place.findings().size())
                    .sum();
            if (wanted.isEmpty() && !text.isEmpty()) {
                idle.add(rule);
            } else if (findings > 0 && findings == open.counts().get(rule) && !partly.contains(rule)) {
                requests.add(JustificationRequest.ofRule(rule, text));
            } else {
                wanted.stream()
                        .filter(place -> !isOffered(place))
                        .map(OpenPlace::first)
                        .map(first -> JustificationRequest.ofPlace(rule, first.line(), first.key(), text))
                        .forEach(requests::add);
            }
        });
        return requests;
    }

    private List<OpenPlace> wanted(String rule, OpenJustifications open) {
        List<OpenPlace> places = places(rule, open);
        Set<OpenPlace> listed = new HashSet<>(places.subList(0, Math.min(MAX_FIGURES, places.size())));
        return places.stream()
                .filter(place -> listed.contains(place) ? isChosen(place) : includesOthers(rule))
                .toList();
    }

    /** Returns the figures with open warnings of a rule. */
    static List<OpenPlace> places(String rule, OpenJustifications open) {
        return open.places().stream()
                .filter(place -> place.first().rule().equals(rule))
                .toList();
    }
}
