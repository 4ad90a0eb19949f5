package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that translate the figures of a dataflow into another structure. Components that the map does not name are left
 * out.
 *
 * @param source the id of the dataflow of this service
 * @param target the other structure, as {@code AGENCY:ID(VERSION)}
 * @param order the ids of the components of the target structure, in the order of that structure
 * @param components the maps from source components to one target component each
 * @param fixed the values of target components that are always the same, by component id
 * @param annotations the values of annotations by annotation type
 */
public record StructureMap(
        String id,
        LocalText name,
        String source,
        String target,
        List<String> order,
        List<ComponentMap> components,
        Map<String, String> fixed,
        Map<String, String> annotations) {

    public StructureMap {
        order = List.copyOf(order);
        components = List.copyOf(components);
        fixed = Map.copyOf(fixed);
        annotations = Map.copyOf(annotations);
    }

    public Optional<String> annotation(String type) {
        return Optional.ofNullable(annotations.get(type));
    }

    /**
     * The source of the value of one component of the target.
     *
     * @param sources the ids of the source components, in order
     * @param values the target code for each list of source codes; null if the value of a single source component is
     *     copied
     */
    public record ComponentMap(List<String> sources, String target, Map<List<String>, String> values) {

        public ComponentMap {
            sources = List.copyOf(sources);
            values = values == null ? null : Map.copyOf(values);
        }
    }
}
