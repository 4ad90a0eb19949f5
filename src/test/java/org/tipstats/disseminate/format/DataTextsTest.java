package org.tipstats.disseminate.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

class DataTextsTest {

    @Test
    void everyLanguageHasEveryText() {
        Set<String> keys = Bundle.of(DataWriter.class, "data", "en").patterns().keySet();
        assertTrue(keys.size() > 30);
        for (String language : LocalText.LANGUAGES) {
            Bundle texts = Bundle.of(DataWriter.class, "data", language);
            assertEquals(keys, texts.patterns().keySet(), language);
            keys.forEach(key ->
                    assertTrue(!texts.text(key).isBlank() && !texts.text(key).contains("''"), key));
        }
    }
}
