package org.tipstats.vocabulary.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A text in the languages of the United Nations, keyed by {@code en fr es ru ar zh}. */
public record LocalText(Map<String, String> texts) {

    /** The six languages of the United Nations, in the order in which they are shown. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru", "ar", "zh");

    public static final LocalText EMPTY = new LocalText(Map.of());

    public LocalText {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** The text in the language, in English where it is missing there, or an empty text. */
    public String in(String language) {
        String text = texts.get(language);
        return text != null ? text : texts.getOrDefault("en", "");
    }
}
