package org.tipstats.disseminate.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.FigureQuestion;

/**
 * A question to both areas of a pair: two published figures about the same people differ by more than the threshold. It
 * rests on what the release publishes, and says nothing of who is right.
 *
 * @param asked which figures are compared, and from which difference on
 * @param area the area that detected or returned the victims
 * @param citizenship the area of their citizenship
 * @param figures the two of them, each with what is said of it
 */
public record MirrorQuestion(FigureQuestion asked, Code area, Code citizenship, String year, List<Said> figures) {

    public MirrorQuestion {
        figures = List.copyOf(figures);
    }

    /**
     * A published figure.
     *
     * @param by the area that says so
     * @param notes attributes by id that may matter, such as the time that it covers
     */
    public record Said(Code figure, Code by, long value, Map<String, String> notes) {}

    /** The same in every release in which the question is asked. */
    String id() {
        return String.join(".", asked.id(), area.id(), citizenship.id(), year);
    }

    /** The first figure less the second. */
    long difference() {
        return figures.get(0).value() - figures.get(1).value();
    }

    /** Returns the question in words: the figures of both areas, and the request to both. */
    String text(String language) {
        Bundle texts = Bundle.of(MirrorQuestion.class, "question", language);
        Stream<String> said = figures.stream()
                .map(figure -> texts.text(
                        "said." + figure.figure().annotation("MEANING").orElseThrow(),
                        Map.of(
                                "area", area.name().in(language),
                                "other", citizenship.name().in(language),
                                "year", year,
                                "count", Long.toString(figure.value()))));
        return Stream.concat(said, Stream.of(texts.text("ask"))).collect(Collectors.joining(" "));
    }
}
