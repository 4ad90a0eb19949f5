package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the figures of a dataflow are told in another structure. What it doesn't name is not told.
 *
 * @param source the id of our dataflow
 * @param target the other structure, as {@code AGENCY:ID(VERSION)}
 * @param order the components of the target in its own order
 * @param components where the values of single components come from
 * @param fixed values of components of the target that are always the same, by their ids
 * @param annotations annotation values by annotation type
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
     * Where the value of one component of the target comes from.
     *
     * @param sources components of the source, in order
     * @param values the target's code by the codes of the sources; null where the value of the only source is taken over
     */
    public record ComponentMap(List<String> sources, String target, Map<List<String>, String> values) {

        public ComponentMap {
            sources = List.copyOf(sources);
            values = values == null ? null : Map.copyOf(values);
        }
    }
}
