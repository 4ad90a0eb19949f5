package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.disseminate.comparison.QuestionService;
import org.tipstats.disseminate.comparison.QuestionService.MirrorQuestion;
import org.tipstats.platform.access.Actor;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Asks an area about differences between its figures and those that other areas publish of the same people. */
@Singleton
final class MirrorQuestions {

    private static final int MAX_QUESTIONS = 20;

    /**
     * Questions in words, the newest year first.
     *
     * @param more a sentence that counts the questions left out; null if there is none
     */
    record QuestionList(List<String> sentences, String more) {

        static final QuestionList NOTHING = new QuestionList(List.of(), null);
    }

    private final SchemaRegistry schemas;
    private final QuestionService questions;
    private final PublishedReleases published;

    MirrorQuestions(SchemaRegistry schemas, QuestionService questions, PublishedReleases published) {
        this.schemas = schemas;
        this.questions = questions;
        this.published = published;
    }

    /**
     * Returns the questions to an area; none for a source of unofficial figures, because only official figures are
     * compared.
     */
    QuestionList to(String area, Actor who, PageTexts t) {
        if (who.beside() != null
                || schemas.derivedBy(Derivation.Method.MIRROR_PAIRS).isEmpty()) {
            return QuestionList.NOTHING;
        }
        return published
                .latest()
                .map(release -> inWords(questions.of(release, area, who), t))
                .orElse(QuestionList.NOTHING);
    }

    private QuestionList inWords(List<MirrorQuestion> asked, PageTexts t) {
        List<MirrorQuestion> shown = asked.stream()
                .sorted((one, other) -> other.year().compareTo(one.year()))
                .limit(MAX_QUESTIONS)
                .toList();
        int more = asked.size() - shown.size();
        return new QuestionList(
                questions.sentences(shown, t.language()), more == 0 ? null : t.say("due.mirror.more", "n", more));
    }
}
