package org.tipstats.vocabulary.schema;

import java.util.Map;
import java.util.Optional;

/**
 * A code of a code list.
 *
 * @param id the code itself, which is never translated
 * @param position the index of the code in its list, from 0; stable within one version of the list
 * @param parent the id of the broader code, or null
 * @param annotations the values of annotations by annotation type
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

    /** Returns whether this code stands for all other codes of its list. */
    public boolean isTotal() {
        return annotations.containsKey("TOTAL");
    }

    /** Returns whether this code stands for persons whose characteristic is unknown. */
    public boolean isUnknown() {
        return annotations.containsKey("UNKNOWN");
    }

    /** Returns whether this code is a group of areas (M49) and not an area that reports. */
    public boolean isAreaGroup() {
        return annotations.containsKey("AREA_GROUP");
    }

    /**
     * Returns whether this code is a group of areas of the given kind, for example {@code WORLD}, {@code REGION} or
     * {@code SUB_REGION}.
     */
    public boolean isAreaGroup(String kind) {
        return kind.equals(annotations.get("AREA_GROUP"));
    }

    public Optional<String> annotation(String type) {
        return Optional.ofNullable(annotations.get(type));
    }

    /** Returns whether the annotation {@code MEANING} has this value. */
    public boolean means(String meaning) {
        return meaning.equals(annotations.get("MEANING"));
    }
}
