package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The title or the notes in a request for a draft: a string, or an object from language to text.
 *
 * @param plain the string; null for an object
 * @param byLanguage the text by language; empty for a string
 */
@JsonDeserialize(using = ReleaseText.Reader.class)
public record ReleaseText(String plain, Map<String, String> byLanguage) {

    public static ReleaseText of(String plain) {
        return new ReleaseText(plain, Map.of());
    }

    public static ReleaseText of(Map<String, String> byLanguage) {
        return new ReleaseText(null, byLanguage);
    }

    /** Returns the text as it was read: a string or an object. */
    @JsonValue
    Object written() {
        return plain == null ? byLanguage : plain;
    }

    boolean isEmpty() {
        return plain == null ? byLanguage.isEmpty() : plain.isBlank();
    }

    /** @param max the largest number of characters in each language */
    List<InputError> faults(String pointer, int max) {
        if (plain == null) {
            return LanguageTexts.faultsOfEach(pointer, byLanguage, max);
        }
        return plain.length() > max ? List.of(LanguageTexts.tooLong(pointer, plain, max)) : List.of();
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
        return plain == null ? LanguageTexts.of(byLanguage) : new LocalText(Map.of(language, plain));
    }

    /** Reads both forms, with the checks that all strings of requests have. */
    static final class Reader extends JsonDeserializer<ReleaseText> {

        @Override
        public ReleaseText deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return of(context.readValue(parser, String.class));
            }
            JavaType texts = context.getTypeFactory().constructMapType(Map.class, String.class, String.class);
            return of(context.<Map<String, String>>readValue(parser, texts));
        }
    }
}
