package org.tipstats.vocabulary.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A data structure definition: its dimensions in the order of the key, its measure and its attributes. */
public record DataStructure(
        String id,
        String version,
        LocalText name,
        List<Dimension> dimensions,
        Measure measure,
        List<Attribute> attributes) {

    public DataStructure {
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
        Set<String> ids = new HashSet<>();
        ids(dimensions, measure, attributes)
                .filter(component -> !ids.add(component))
                .findFirst()
                .ifPresent(twice -> {
                    throw new SchemaException(id + " has the component " + twice + " twice");
                });
    }

    public Optional<Dimension> dimension(String componentId) {
        for (Dimension dimension : dimensions) {
            if (dimension.id().equals(componentId)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    public Optional<Dimension> dimension(Role role) {
        for (Dimension dimension : dimensions) {
            if (dimension.role() == role) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    public Optional<Attribute> attribute(String componentId) {
        return attributes.stream().filter(a -> a.id().equals(componentId)).findFirst();
    }

    public Optional<Attribute> attribute(Role role) {
        return attributes.stream().filter(a -> a.role() == role).findFirst();
    }

    /** Returns the dimension of the reporting area. Every data structure has one. */
    public Dimension area() {
        return required(Role.AREA);
    }

    public Dimension time() {
        return required(Role.TIME);
    }

    /** Returns the dimension of the unit: counts or rates. */
    public Dimension unit() {
        return required(Role.UNIT);
    }

    private Dimension required(Role role) {
        return dimension(role).orElseThrow(() -> new SchemaException(id + " has no dimension with the role " + role));
    }

    /** Returns the ids of all components: dimensions, then the measure, then attributes. */
    public List<String> componentIds() {
        return ids(dimensions, measure, attributes).toList();
    }

    private static Stream<String> ids(List<Dimension> dimensions, Measure measure, List<Attribute> attributes) {
        Stream<String> keyAndValue = Stream.concat(dimensions.stream().map(Dimension::id), Stream.of(measure.id()));
        return Stream.concat(keyAndValue, attributes.stream().map(Attribute::id));
    }

    /** Returns the code lists of the structure's components, by the id of the list. */
    public SortedMap<String, CodeList> codeLists() {
        SortedMap<String, CodeList> lists = new TreeMap<>();
        Stream.concat(
                        dimensions.stream().map(Dimension::codes),
                        attributes.stream().map(Attribute::codes))
                .filter(Objects::nonNull)
                .forEach(list -> lists.put(list.id(), list));
        return lists;
    }

    /** The measure of a data structure: the observed count or rate. */
    public record Measure(String id, LocalText name) {}

    /**
     * An attribute of an observation.
     *
     * @param codes the code list of the attribute, or null if the attribute holds free text or a number
     * @param maxLength the largest number of characters of the attribute's text, or 0 if the attribute sets no limit
     * @param publishedOnly whether only published data has the attribute
     */
    public record Attribute(
            String id, LocalText name, Role role, CodeList codes, int maxLength, boolean publishedOnly) {}
}
