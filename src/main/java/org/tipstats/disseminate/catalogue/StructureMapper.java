package org.tipstats.disseminate.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.names.ValueLookup;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;

/**
 * Maps observations to another structure. If the structure map does not name a code of an observation, the mapper
 * leaves out the observation.
 */
final class StructureMapper {

    private final StructureMap map;
    private final List<String> order;
    private final List<ObservationField> fields;
    private final List<Step> steps = new ArrayList<>();

    /**
     * The mapping of one component or of several components together.
     *
     * @param places the indexes of the components in the target structure
     * @param sources the components of the source from which the values of these components come
     * @param lookup the translation of the values; empty if the value of the only source is copied
     */
    private record Step(List<Integer> places, List<ObservationField> sources, Optional<ValueLookup> lookup) {}

    /**
     * @param fields the components of the source
     * @throws SchemaException if the map does not fit the source, or has rules that an export cannot apply: patterns of
     *     dates, fixed values of the source, or dates of validity
     */
    StructureMapper(StructureMap map, List<ObservationField> fields) {
        this.map = map;
        this.order = map.order();
        this.fields = fields;
        checkRules(map);
        Map<String, ObservationField> byId =
                fields.stream().collect(Collectors.toMap(ObservationField::id, Function.identity()));
        for (ComponentMap component : map.components()) {
            List<ObservationField> sources = component.sources().stream()
                    .map(id -> Optional.ofNullable(byId.get(id))
                            .orElseThrow(() -> new SchemaException(map.id() + ": " + map.sourceId() + " has no " + id)))
                    .toList();
            steps.add(new Step(
                    component.targets().stream().map(this::place).toList(),
                    sources,
                    component.representation().map(other -> new ValueLookup(other))));
        }
    }

    private static void checkRules(StructureMap map) {
        boolean dated = map.representations().stream()
                .flatMap(other -> other.mappings().stream())
                .anyMatch(mapping -> mapping.validFrom() != null || mapping.validTo() != null);
        if (dated || !map.datePatterns().isEmpty() || map.fixed().stream().anyMatch(FixedValueMap::ofSource)) {
            throw new SchemaException(map.id()
                    + ": an export has no patterns of dates, no fixed values of its source and no dates of validity");
        }
    }

    private int place(String component) {
        int place = order.indexOf(component);
        if (place < 0) {
            throw new SchemaException(map.id() + ": " + component + " has no place in the order");
        }
        return place;
    }

    /**
     * Maps the observations of a cube and sorts the figures by their keys.
     *
     * @throws SchemaException if the map gives two observations the same key
     */
    List<MappedFigure> of(Cube cube) {
        Map<List<String>, MappedFigure> figures = new TreeMap<>(StructureMapper::compare);
        for (Observation observation : cube) {
            tell(observation).ifPresent(figure -> {
                if (figures.put(figure.key(), figure) != null) {
                    throw new SchemaException(map.id() + " tells two figures as " + figure.key());
                }
            });
        }
        return List.copyOf(figures.values());
    }

    private Optional<MappedFigure> tell(Observation observation) {
        String[] values = new String[order.size()];
        map.fixed()
                .forEach(each -> values[place(each.component())] = each.values().get(0));
        for (Step step : steps) {
            if (step.lookup.isEmpty()) {
                values[step.places.get(0)] = step.sources.get(0).text(observation);
                continue;
            }
            List<String> given = step.sources.stream()
                    .map(field -> String.valueOf(field.text(observation)))
                    .toList();
            List<String> found = step.lookup.get().of(given).orElse(List.of());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < found.size(); i++) {
                values[step.places.get(i)] = found.get(i);
            }
        }
        return Optional.of(new MappedFigure(Arrays.asList(values), place(measure()), observation.value()));
    }

    /** Returns the component of the target to which the measure of the source is mapped. */
    private String measure() {
        String own = fields.stream()
                .filter(field -> field.numeric() && field.required())
                .map(ObservationField::id)
                .findFirst()
                .orElseThrow();
        return map.components().stream()
                .filter(component -> component.sources().equals(List.of(own)))
                .map(component -> component.targets().get(0))
                .findFirst()
                .orElseThrow(() -> new SchemaException(map.id() + " doesn't tell " + own));
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /**
     * A figure in the target structure of the map.
     *
     * @param values the values of the components, in the order of the target structure; null for a component without a
     *     value
     * @param measure the index of the measure in {@code values}; the values before the measure are the key
     * @param number the value of the measure, or null
     */
    record MappedFigure(List<String> values, int measure, BigDecimal number) {

        MappedFigure {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        List<String> key() {
            return values.subList(0, measure);
        }
    }
}
