package org.tipstats.vocabulary.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Information about a dataflow besides its structure: how its figures are collected, their limits and the terms of use.
 * An SDMX metadata set.
 *
 * @param dataflow the id of the dataflow
 * @param attributes the texts by the id of their metadata attribute, in the order of the set; an attribute may have
 *     several texts
 */
public record ReferenceMetadata(String dataflow, Map<String, List<LocalText>> attributes) {

    public ReferenceMetadata {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns the texts of an attribute; empty if the set does not report it. */
    public List<LocalText> texts(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** Returns the terms of use of the figures, if the set states them. */
    public Optional<LocalText> licence() {
        return firstText("LICENCE");
    }

    /** Returns the address of a standard licence, if the set names one. */
    public Optional<String> licenceUrl() {
        return firstText("LICENCE_URL").map(url -> url.inLanguage("en"));
    }

    /** Returns the first text of an attribute, if there is one. */
    public Optional<LocalText> firstText(String attribute) {
        return texts(attribute).stream().findFirst();
    }
}
