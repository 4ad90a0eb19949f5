package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.LocalText;

/** Pages, workbooks and the code list say in the same words why a figure has no value. */
class MarkWordsTest {

    private static final List<String> LANGUAGES = LocalText.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theWordsAreTheSameEverywhere(String language) {
        Bundle workbook = Bundle.of(DataSelection.class, "data", language);
        Map.of(Mark.MASKED, "note.masked", Mark.SUPPRESSED, "note.withheld").forEach((mark, note) -> {
            String words = PageTexts.in(language).say(mark.textKey());
            Code code = SampleCubes.SCHEMAS
                    .codeList("CL_CONF_STATUS")
                    .orElseThrow()
                    .find(mark == Mark.MASKED ? "A" : "C")
                    .orElseThrow();
            String described = code.description().inLanguage(language);

            assertTrue(workbook.text(note).contains(words), workbook.text(note));
            assertEquals(
                    words.toLowerCase(Locale.ROOT),
                    described.toLowerCase(Locale.ROOT).replaceAll("[.。]$", ""));
        });
    }
}
