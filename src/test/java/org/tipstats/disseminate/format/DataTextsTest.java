package org.tipstats.disseminate.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.Texts;
import org.tipstats.vocabulary.schema.LocalText;

class DataTextsTest {

    @Test
    void everyLanguageHasEveryText() {
        Set<String> keys = Texts.load(DataTexts.class, "data_en.properties").keySet();
        assertTrue(keys.size() > 30);
        for (String language : LocalText.LANGUAGES) {
            assertEquals(
                    keys,
                    Texts.load(DataTexts.class, "data_" + language + ".properties")
                            .keySet(),
                    language);
            DataTexts texts = new DataTexts(language);
            keys.forEach(key ->
                    assertTrue(!texts.get(key).isBlank() && !texts.get(key).contains("''"), key));
        }
    }
}
