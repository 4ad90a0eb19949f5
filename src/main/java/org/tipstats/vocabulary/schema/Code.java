package org.tipstats.vocabulary.schema;

import java.util.Map;
import java.util.Optional;

/**
 * A code of a code list.
 *
 * @param id the code itself, never translated
 * @param position its place in the list, from 0; stable within one version of the list
 * @param parent the id of the broader code, or null
 * @param annotations annotation values by annotation type
 */
public record Code(
        String id,
        int position,
        LocalText name,
        LocalText description,
        String parent,
        Map<String, String> annotations) {

    public Code {
        annotations = Map.copyOf(annotations);
    }

    /** Whether this code stands for all others of its list. */
    public boolean isTotal() {
        return annotations.containsKey("TOTAL");
    }

    /** Whether this code stands for persons of whom the characteristic is not known. */
    public boolean isUnknown() {
        return annotations.containsKey("UNKNOWN");
    }

    /** Whether this code is a group of areas (M49), not an area that reports. */
    public boolean isAreaGroup() {
        return annotations.containsKey("AREA_GROUP");
    }

    /** Whether this code is a group of areas of this kind: {@code WORLD}, {@code REGION}, {@code SUB_REGION}, ... */
    public boolean isAreaGroup(String kind) {
        return kind.equals(annotations.get("AREA_GROUP"));
    }

    public Optional<String> annotation(String type) {
        return Optional.ofNullable(annotations.get(type));
    }

    /** Whether the annotation {@code MEANING} has this value. */
    public boolean means(String meaning) {
        return meaning.equals(annotations.get("MEANING"));
    }
}
