package org.tipstats.disseminate.format;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.tipstats.vocabulary.names.Texts;

/** The texts of data workbooks in one language, from {@code data_*.properties}. */
final class DataTexts {

    private final String language;
    private final Map<String, String> texts;
    private final ULocale locale;

    DataTexts(String language) {
        this.language = language;
        this.texts = Texts.load(DataTexts.class, "data_" + language + ".properties");
        this.locale = ULocale.forLanguageTag(language);
    }

    String language() {
        return language;
    }

    boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    String get(String key) {
        return say(key, Map.of());
    }

    /** Returns a sentence with its placeholders filled in. */
    String say(String key, Map<String, String> values) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("data_" + language + ".properties has no " + key);
        }
        return new MessageFormat(pattern, locale).format(values);
    }
}
