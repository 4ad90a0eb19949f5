package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Côte d’Ivoire | cote d ivoire",
                "ÖSTERREICH | osterreich",
                "Łódź | lodz",
                // Two letters that look like the article go, too, in documents and searches alike.
                "ألمانيا | مانيا",
                "النمسا | نمسا",
                "Ребёнок | ребенок",
                "a(b)&&c:*~\"d\" | a b c d",
                "ｆｕｌｌ | full",
                "18岁及以上 | 18 岁及以上"
            })
    void caseAccentsSignsAndArticlesDoNotCount(String text, String words) {
        assertEquals(
                words,
                String.join(
                        " ",
                        WordForms.words(text).stream().map(WordForms::plain).toList()));
    }

    /** Two forms of a word share a stem. Chinese words have no forms. */
    @ParameterizedTest
    @CsvSource({
        "conviction, convictions",
        "victim, victims",
        "condamnation, condamnations",
        "condamné, condamnés",
        "víctima, víctimas",
        "condena, condenas",
        "жертва, жертвами",
        "приговор, приговоров",
        "Германия, Германии",
        "ضحية, الضحية",
        "محكمة, بالمحكمة"
    })
    void formsOfAWordShareAStem(String one, String other) {
        List<String> shared =
                new ArrayList<>(WordForms.stems(WordForms.words(one).get(0)));
        shared.retainAll(WordForms.stems(WordForms.words(other).get(0)));
        assertFalse(shared.isEmpty(), one + ", " + other);
    }

    @Test
    void otherWordsDoNotShareAStem() {
        List<String> shared = new ArrayList<>(WordForms.stems("austria"));
        shared.retainAll(WordForms.stems("australia"));
        assertEquals(List.of(), shared);
        assertEquals(Set.of(), WordForms.stems("2015"));
        assertEquals(Set.of(), WordForms.stems("受害者"));
    }

    @Test
    void chineseIsComparedInPairs() {
        assertEquals(List.of("奥地", "地利"), WordForms.pairs("奥地利"));
        assertEquals(List.of("女"), WordForms.pairs("女"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"of", "the", "des", "los", "и", "من"})
    void wordsWithoutAMeaningOfTheirOwnAreKnown(String word) {
        assertTrue(WordForms.isStopWord(word));
        assertFalse(WordForms.isStopWord("france"));
    }
}
