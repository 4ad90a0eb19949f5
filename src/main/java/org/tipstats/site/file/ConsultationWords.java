package org.tipstats.site.file;

import io.quarkus.qute.TemplateExtension;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tipstats.publish.consult.ConsultationView;
import org.tipstats.publish.consult.ConsultationView.AnswerState;
import org.tipstats.publish.consult.ConsultationView.AreaConsultation;
import org.tipstats.publish.consult.ConsultationView.AreaReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/** Says in words which draft an area is asked about, and what the area answered. */
@TemplateExtension
final class ConsultationWords {

    private ConsultationWords() {}

    /** Returns the title of the release, in the language of the page if the title exists in this language. */
    static String about(AreaConsultation asked, PageTexts t) {
        return t.of(new LocalText(asked.titleIn()));
    }

    /** Returns a sentence with the answer of the area. */
    static String stateText(AreaConsultation asked, PageTexts t) {
        return t.say("consult.state." + key(asked.answer().state()));
    }

    /** Returns the answers, objections first and confirmations last. Sorts equal answers by the name of the area. */
    static List<AreaReply> sorted(ConsultationView consultation, FileWords words, PageTexts t) {
        return consultation.answers().stream()
                .sorted(Comparator.comparing(AreaReply::state).thenComparing(AreaReply::area, words.areaOrder(t)))
                .toList();
    }

    static String word(AreaReply answer, PageTexts t) {
        return t.say("consult.word." + key(answer.state()));
    }

    /** Returns the CSS class of an answer. */
    static String tone(AreaReply answer) {
        return switch (answer.state()) {
            case CONFIRMED -> "good";
            case OBJECTED -> "error";
            default -> "warning";
        };
    }

    private static String key(AnswerState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
