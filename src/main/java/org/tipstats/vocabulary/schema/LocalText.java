package org.tipstats.vocabulary.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in up to six languages.
 *
 * @param texts the text by language: {@code en}, {@code fr}, {@code es}, {@code ru}, {@code ar} or {@code zh}
 */
public record LocalText(Map<String, String> texts) {

    /** The six official languages of the United Nations, in the order of display. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru", "ar", "zh");

    public static final LocalText EMPTY = new LocalText(Map.of());

    public LocalText {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /**
     * Returns the text in the language, or else in English, or else in the first language that has it. Returns an empty
     * text if no language has it.
     */
    public String inLanguage(String language) {
        String text = texts.get(language);
        return text != null ? text : texts.getOrDefault(languageFor(language), "");
    }

    /** Returns the language of the text that {@link #inLanguage} returns. */
    public String languageFor(String language) {
        return texts.containsKey(language)
                ? language
                : LANGUAGES.stream().filter(texts::containsKey).findFirst().orElse("en");
    }
}
