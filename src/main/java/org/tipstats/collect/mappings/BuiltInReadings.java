package org.tipstats.collect.mappings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

/** The readings that need no saved mapping, because the files say themselves what they mean. */
final class BuiltInReadings {

    private static final List<String> IDS = List.of("own-form", "open-sdg", "sdg-series", "sdmx", "json-stat", "px");

    private BuiltInReadings() {}

    /**
     * A reading.
     *
     * @param name the name by language
     * @param recognises what the reading recognises a file by, by language
     */
    record BuiltInReading(String id, Map<String, String> name, Map<String, String> recognises) {}

    static List<BuiltInReading> all() {
        return IDS.stream()
                .map(id -> new BuiltInReading(id, texts(id, "name"), texts(id, "recognises")))
                .toList();
    }

    private static Map<String, String> texts(String id, String part) {
        Map<String, String> texts = new TreeMap<>();
        LocalText.LANGUAGES.forEach(language -> texts.put(
                language, Bundle.of(BuiltInReadings.class, "readings", language).text(id + "." + part)));
        return texts;
    }
}
