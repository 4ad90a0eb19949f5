package org.tipstats.disseminate.comparison;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.vocabulary.names.Texts;
import org.tipstats.vocabulary.schema.Code;

/** Writes questions in one language: the figures of both areas, and the request to both. */
final class QuestionTexts {

    private final Map<String, String> texts;
    private final String language;

    QuestionTexts(String language) {
        this.language = language;
        this.texts = Texts.load(QuestionTexts.class, "question_" + language + ".properties");
    }

    /** Returns the whole text of a question. */
    String text(MirrorQuestion question) {
        StringBuilder text = new StringBuilder();
        question.figures()
                .forEach(figure -> text.append(sentence(question, figure)).append(' '));
        return text.append(texts.get("ask")).toString();
    }

    private String sentence(MirrorQuestion question, MirrorQuestion.ReportedFigure said) {
        String key = "said." + said.figure().annotation("MEANING").orElseThrow();
        return new MessageFormat(texts.get(key), ULocale.forLanguageTag(language))
                .format(Map.of(
                        "area", name(question.area()),
                        "other", name(question.citizenship()),
                        "year", question.year(),
                        "count", Long.toString(said.value())));
    }

    String name(Code code) {
        return code.name().inLanguage(language);
    }
}
