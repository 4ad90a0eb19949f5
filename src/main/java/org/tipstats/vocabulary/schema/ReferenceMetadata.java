package org.tipstats.vocabulary.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of a dataflow beside its structure: how its figures come about, what they don't say, how they may be
 * used. An SDMX metadata set.
 *
 * @param dataflow the id of the dataflow that it is about
 * @param attributes the texts by the id of their metadata attribute, in the order of the set; one may have several
 */
public record ReferenceMetadata(String dataflow, Map<String, List<LocalText>> attributes) {

    public ReferenceMetadata {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The texts of an attribute; none where it is not reported. */
    public List<LocalText> all(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** On what terms the figures may be used, where that is said. */
    public Optional<LocalText> licence() {
        return first("LICENCE");
    }

    /** The address of a licence in general use, where that is said. */
    public Optional<String> licenceUrl() {
        return first("LICENCE_URL").map(url -> url.in("en"));
    }

    /** The only text of an attribute, or the first. */
    public Optional<LocalText> first(String attribute) {
        return all(attribute).stream().findFirst();
    }
}
