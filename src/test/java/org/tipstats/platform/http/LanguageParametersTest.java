package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;

class LanguageParametersTest {

    private static final List<String> KNOWN = List.of("en", "fr", "es", "ru", "ar", "zh");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | fr",
                "fr-CH | fr",
                "FR | fr",
                "de, es;q=0.4 | es",
                "es;q=0.4, ru;q=0.8 | ru",
                "zh-Hant-TW, en;q=0.5 | zh",
                "ar-EG;q=0.9, *;q=0.1 | ar",
                "fr;q=0, es;q=0.1 | es",
                "de | en",
                "* | en",
                "'' | en",
                "nonsense with blanks | en",
                "fr;q=2 | en",
            })
    void theFirstThatIsLikedAndKnownIsChosen(String header, String language) {
        assertEquals(language, new LanguageParameters(null, header).chosen());
    }

    @Test
    void withoutAnyWishItIsTheFirst() {
        assertEquals("en", new LanguageParameters(null, null).chosen());
        assertEquals(
                "en", new LanguageParameters(null, "fr,".repeat(300)).chosen(), "a very long header must be ignored");
    }

    @Test
    void theParameterGoesBeforeTheHeader() {
        assertEquals("ru", new LanguageParameters("ru", "fr").chosen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "FR", "fr-CH", "*"})
    void aParameterThatIsNoneIsRefused(String parameter) {
        Problem problem = assertThrows(ProblemException.class, () -> new LanguageParameters(parameter, "fr").chosen())
                .problem();
        assertEquals(400, problem.status());
        assertEquals("lang", problem.errors().get(0).parameter());
        assertEquals(KNOWN, problem.errors().get(0).suggestions());
    }
}
