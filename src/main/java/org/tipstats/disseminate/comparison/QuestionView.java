package org.tipstats.disseminate.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A question as the API shows it.
 *
 * @param id the same in every release that has this question
 * @param kind the comparison, which names the two figures
 * @param difference the first figure minus the second
 * @param text the question in the reader's language
 * @param explanations possible reasons for the difference
 */
record QuestionView(
        String id,
        String kind,
        @JsonProperty("REF_AREA") String area,
        @JsonProperty("CITIZENSHIP") String citizenship,
        @JsonProperty("TIME_PERIOD") String year,
        List<FigureSaid> figures,
        long difference,
        String text,
        List<Explanation> explanations) {

    /**
     * A page of questions.
     *
     * @param next path and query of the next page, or null
     */
    record QuestionList(String release, List<QuestionView> items, String next) {}

    /**
     * One of the two figures.
     *
     * @param by the area that publishes it
     * @param notes published attributes by id that may matter, for example TIME_COVERAGE
     */
    record FigureSaid(
            @JsonProperty("FIGURE") String figure,
            String by,
            @JsonProperty("OBS_VALUE") long value,
            Map<String, String> notes) {}

    /**
     * A possible reason for a difference.
     *
     * @param code a code of the list of explanations
     */
    record Explanation(String code, String text) {}

    static QuestionView from(MirrorQuestion question, String language) {
        return new QuestionView(
                question.id(),
                question.asked().id(),
                question.area().id(),
                question.citizenship().id(),
                question.year(),
                question.figures().stream()
                        .map(said ->
                                new FigureSaid(said.figure().id(), said.by().id(), said.value(), said.notes()))
                        .toList(),
                question.difference(),
                question.text(language),
                question.asked().explanations().stream()
                        .map(code -> new Explanation(code.id(), code.name().inLanguage(language)))
                        .toList());
    }
}
