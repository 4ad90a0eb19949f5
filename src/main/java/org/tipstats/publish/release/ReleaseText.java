package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.problem.InputError;
import org.tipstats.publish.read.PublisherTexts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The title or the notes in a request for a draft: a string, or an object from language to text.
 *
 * @param plain the string; null for an object
 * @param byLanguage the text by language; empty for a string
 */
public record ReleaseText(String plain, Map<String, String> byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReleaseText of(String plain) {
        return new ReleaseText(plain, Map.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReleaseText of(Map<String, String> byLanguage) {
        return new ReleaseText(null, byLanguage);
    }

    boolean isEmpty() {
        return plain == null ? byLanguage.isEmpty() : plain.isBlank();
    }

    /** @param max the largest number of characters in each language */
    List<InputError> faults(String pointer, int max) {
        if (plain == null) {
            return PublisherTexts.faultsOfEach(pointer, byLanguage, max);
        }
        return plain.length() > max ? List.of(PublisherTexts.tooLong(pointer, plain, max)) : List.of();
    }

    /**
     * Returns the text in its languages.
     *
     * @param language the language of a string
     */
    LocalText in(String language) {
        if (isEmpty()) {
            return LocalText.EMPTY;
        }
        return plain == null ? PublisherTexts.of(byLanguage) : new LocalText(Map.of(language, plain));
    }
}
