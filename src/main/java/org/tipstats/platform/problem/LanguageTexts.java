package org.tipstats.platform.problem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.vocabulary.schema.LocalText;

/** Checks and stores the plain texts that people write in several languages. */
public final class LanguageTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LanguageTexts() {}

    /**
     * Returns the errors of a text that must have English; empty if it is valid.
     *
     * @param pointer the place of the text in the request
     * @param text the text by language; may be null
     * @param max the largest number of characters in each language
     */
    public static List<InputError> faults(String pointer, Map<String, String> text, int max) {
        return text == null || isBlank(text.get("en"))
                ? List.of(InputError.pointer(pointer + "/en", null, "Write the text in English."))
                : faultsOfEach(pointer, text, max);
    }

    /** Returns the errors of a text in any of the languages; English may be missing. Empty if the text is valid. */
    public static List<InputError> faultsOfEach(String pointer, Map<String, String> text, int max) {
        List<InputError> faults = new ArrayList<>();
        text.forEach((language, words) -> {
            String place = pointer + "/" + language;
            if (!LocalText.LANGUAGES.contains(language)) {
                faults.add(unknown(place, language));
            } else if (isBlank(words)) {
                faults.add(InputError.pointer(place, words, "The text is empty. Leave the language out instead."));
            } else if (words.length() > max) {
                faults.add(tooLong(place, words, max));
            }
        });
        return faults;
    }

    /** Returns the error that a language is not one of the six languages of the service. */
    public static InputError unknown(String pointer, String language) {
        return InputError.pointer(
                pointer,
                language,
                "The languages are en, fr, es, ru, ar and zh.",
                WordSuggestions.near(language, LocalText.LANGUAGES));
    }

    /** Returns the error that a text has more characters than {@code max}. */
    public static InputError tooLong(String pointer, String text, int max) {
        return InputError.pointer(pointer, text, "The text is longer than " + max + " characters.");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Returns the text, which must be valid, without blanks around it in each language. */
    public static LocalText of(Map<String, String> text) {
        Map<String, String> stripped = new TreeMap<>(text);
        stripped.replaceAll((language, words) -> words.strip());
        return new LocalText(stripped);
    }

    /** Returns the text in the form in which it is stored; null if the text has no language. */
    public static String write(LocalText text) {
        return text.texts().isEmpty() ? null : Uncheck.get(() -> JSON.writeValueAsString(text.texts()));
    }

    /** Reads a text that {@link #write} returned. */
    public static LocalText read(String stored) {
        return stored == null
                ? LocalText.EMPTY
                : new LocalText(Uncheck.get(() -> JSON.readValue(stored, new TypeReference<Map<String, String>>() {})));
    }
}
