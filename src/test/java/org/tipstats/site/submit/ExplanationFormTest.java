package org.tipstats.site.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OpenPlace;
import org.tipstats.collect.justify.Justifications.JustificationRequest;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;

/** One text explains the ticked figures of a rule, and no others. */
class ExplanationFormTest {

    private static final String RULE = "revision";

    private final Set<String> idle = new TreeSet<>();

    private static OpenPlace place(int line, String... offers) {
        Map<String, String> key = Map.of("TIME_PERIOD", Integer.toString(2000 + line));
        Finding finding =
                new Finding(RULE, Severity.WARNING, line, line - 1, null, null, Map.of(), List.of(), key, List.of());
        return new OpenPlace(List.of(finding), List.of(offers));
    }

    private static OpenJustifications open(OpenPlace... places) {
        return new OpenJustifications(Map.of(RULE, (long) places.length), List.of(), List.of(places));
    }

    private static ExplanationForm form(List<String> offers, List<String> figures, String... others) {
        return ExplanationForm.of(List.of(RULE), List.of("Why."), offers, figures, List.of(others));
    }

    private List<String> asked(ExplanationForm form, OpenJustifications open, String... partly) {
        return form.requests(open, Set.of(partly), idle).stream()
                .map(ExplanationFormTest::words)
                .toList();
    }

    private static String words(JustificationRequest request) {
        return request.offer() != null
                ? "offer " + request.offer()
                : request.key() == null
                        ? "all"
                        : request.line() + " " + request.key().get("TIME_PERIOD");
    }

    @Test
    void aTextForAllFiguresIsOneRequest() {
        OpenJustifications open = open(place(2), place(3));
        List<String> all = open.places().stream().map(OpenPlace::id).toList();

        assertEquals(List.of("all"), asked(form(List.of(), all), open));
        assertEquals(
                List.of("2 2002", "3 2003"),
                asked(form(List.of(), all), open, RULE),
                "a rule with an earlier explanation must keep it apart");
    }

    @Test
    void aTextForOneFigureLeavesTheOther() {
        OpenJustifications open = open(place(2), place(3));

        assertEquals(List.of("3 2003"), asked(form(List.of(), List.of(place(3).id())), open));
    }

    @Test
    void aTextWithoutAFigureIsSaidToBeIdle() {
        assertEquals(List.of(), asked(form(List.of(), List.of()), open(place(2))));
        assertEquals(Set.of(RULE), idle);
    }

    @Test
    void aFigureWithAnEarlierTextGetsNoOther() {
        OpenPlace offered = place(2, "7");
        OpenJustifications open = open(offered, place(3));

        assertEquals(
                List.of("offer 7", "3 2003"), asked(form(List.of("7"), List.of(offered.id(), place(3).id())), open));
    }

    /** The form lists 50 figures; the line of the last one that it lists is 51. */
    @Test
    void figuresThatTheFormDoesNotListAreChosenTogether() {
        OpenPlace[] places =
                IntStream.rangeClosed(2, 61).mapToObj(line -> place(line)).toArray(OpenPlace[]::new);
        OpenJustifications open = open(places);
        List<String> listed =
                open.places().stream().limit(50).map(OpenPlace::id).toList();

        assertEquals(50, asked(form(List.of(), listed), open).size());
        assertEquals(List.of("all"), asked(form(List.of(), listed, RULE), open));
        List<String> others = asked(form(List.of(), List.of(place(2).id()), RULE), open);
        assertEquals(11, others.size());
        assertEquals(List.of("2 2002", "52 2052"), others.subList(0, 2));
    }

    @Test
    void aNewFormHasEverythingTicked() {
        assertEquals(true, ExplanationForm.NEW.isChosen(place(2)));
        assertEquals(true, ExplanationForm.NEW.includesOthers(RULE));
        assertEquals(false, form(List.of(), List.of()).isChosen(place(2)));
    }
}
