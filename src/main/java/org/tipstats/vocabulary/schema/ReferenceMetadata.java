package org.tipstats.vocabulary.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Information about a dataflow besides its structure: how its figures are collected, the limits of the figures and the
 * terms of use. It is read from an SDMX metadata set.
 *
 * @param attributes the texts by the id of the metadata attribute, in the order of the set; an attribute may have
 *     several texts
 */
public record ReferenceMetadata(Map<String, List<LocalText>> attributes) {

    public ReferenceMetadata {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Returns the texts of an attribute; empty if the set does not report the attribute. */
    public List<LocalText> texts(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** Returns the terms of use of the figures, if the set states them. */
    public Optional<LocalText> licence() {
        return firstText("LICENCE");
    }

    /** Returns the URL of a standard licence, if the set names such a licence. */
    public Optional<String> licenceUrl() {
        return firstText("LICENCE_URL").map(url -> url.inLanguage("en"));
    }

    public Optional<LocalText> firstText(String attribute) {
        return texts(attribute).stream().findFirst();
    }
}
