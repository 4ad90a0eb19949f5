package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The languages in which a reader wants texts.
 *
 * @param best the language to use if only one text fits
 * @param all whether to include the other languages, too
 */
public record ReaderLanguages(String best, boolean all) {

    private static final String DEFAULT = "en";

    /** Returns the text in the best language, else in English, else the default text; empty if there is none. */
    Optional<String> in(JsonNode named, String member) {
        JsonNode texts = named.path(member + "s");
        JsonNode text = texts.hasNonNull(best) ? texts.path(best) : texts.path(DEFAULT);
        if (text.isMissingNode()) {
            text = named.path(member);
        }
        return Optional.ofNullable(text.asText(null));
    }

    /** Returns the requested texts by language. */
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
