package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern BETWEEN_MEMBERS = Pattern.compile("[\\s,]+");

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

    /** Returns whether this code is a group of areas and not an area that reports. */
    public boolean isAreaGroup() {
        return annotations.containsKey("AREA_GROUP");
    }

    /**
     * Returns whether this code is a group of areas of the given kind: {@code WORLD}, {@code REGION},
     * {@code SUB_REGION} or {@code INTERMEDIATE_REGION} of M49, or a {@code GROUP} of the deployment, which names its
     * members and is in no region.
     */
    public boolean isAreaGroup(String kind) {
        return kind.equals(annotations.get("AREA_GROUP"));
    }

    /**
     * Returns the ids of the areas that a {@code GROUP} of the deployment names as its members. The result is empty for
     * all other codes: members of a region are the codes below it.
     */
    public List<String> members() {
        return annotation("MEMBERS").stream()
                .flatMap(BETWEEN_MEMBERS::splitAsStream)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    public Optional<String> annotation(String type) {
        return Optional.ofNullable(annotations.get(type));
    }

    /** Returns whether the annotation {@code MEANING} has this value. */
    public boolean means(String meaning) {
        return meaning.equals(annotations.get("MEANING"));
    }
}
