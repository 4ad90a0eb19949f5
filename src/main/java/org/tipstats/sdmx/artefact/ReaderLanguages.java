package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * In which languages a reader wants names.
 *
 * @param best the language for where there is room for one
 * @param all whether the others are wanted too
 */
public record ReaderLanguages(String best, boolean all) {

    private static final String DEFAULT = "en";

    /** The text in the best language, in English where there is none. */
    Optional<String> in(JsonNode named, String member) {
        JsonNode texts = named.path(member + "s");
        JsonNode text = texts.hasNonNull(best) ? texts.path(best) : texts.path(DEFAULT);
        if (text.isMissingNode()) {
            text = named.path(member);
        }
        return Optional.ofNullable(text.asText(null));
    }

    /** The texts that are wanted, by language. */
    Map<String, String> wanted(JsonNode named, String member) {
        Map<String, String> wanted = new TreeMap<>();
        JsonNode texts = named.path(member + "s");
        if (all && !texts.isEmpty()) {
            texts.properties()
                    .forEach(text -> wanted.put(text.getKey(), text.getValue().asText()));
        } else {
            in(named, member).ifPresent(text -> wanted.put(texts.hasNonNull(best) ? best : DEFAULT, text));
        }
        return wanted;
    }
}
