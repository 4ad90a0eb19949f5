package org.tipstats.publish.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.LocalText;

/** Checks and stores the plain texts that publishers write in English and, if they want, in the other languages. */
@Singleton
public class NoticeTexts {

    private final ObjectMapper json;

    NoticeTexts(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Returns the errors of a text; empty if it is valid.
     *
     * @param pointer the place of the text in the request
     * @param text the text by language; may be null
     * @param max the largest number of characters in each language
     */
    public static List<InputError> faults(String pointer, Map<String, String> text, int max) {
        if (text == null || isBlank(text.get("en"))) {
            return List.of(InputError.pointer(pointer + "/en", null, "Write the text in English."));
        }
        List<InputError> faults = new ArrayList<>();
        text.forEach((language, words) -> {
            String place = pointer + "/" + language;
            if (!LocalText.LANGUAGES.contains(language)) {
                faults.add(InputError.pointer(
                        place,
                        language,
                        "The languages are en, fr, es, ru, ar and zh.",
                        WordSuggestions.near(language, LocalText.LANGUAGES)));
            } else if (isBlank(words)) {
                faults.add(InputError.pointer(place, words, "The text is empty. Leave the language out instead."));
            } else if (words.length() > max) {
                faults.add(InputError.pointer(place, words, "The text is longer than " + max + " characters."));
            }
        });
        return faults;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Returns a valid text without blanks around it. */
    public static LocalText of(Map<String, String> text) {
        Map<String, String> stripped = new TreeMap<>(text);
        stripped.replaceAll((language, words) -> words.strip());
        return new LocalText(stripped);
    }

    /** Returns the text as it is stored. */
    public String write(LocalText text) {
        try {
            return json.writeValueAsString(text.texts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a text that {@link #write} returned. */
    public LocalText read(String stored) {
        try {
            return new LocalText(json.readValue(stored, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
