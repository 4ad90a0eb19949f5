package org.tipstats.vocabulary.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that translate the figures of one structure into another structure, as in SDMX 3.0. The translation leaves out
 * components that the map does not name.
 *
 * @param source the URN of the dataflow or data structure from which the figures come
 * @param target the URN of the dataflow or data structure into which the figures are translated
 * @param datePatterns the components whose periods are written in another notation
 * @param components the components whose values are translated or copied
 * @param fixed the components that have the same value in all figures
 */
public record StructureMap(
        Identity identity,
        String source,
        String target,
        List<DatePatternMap> datePatterns,
        List<ComponentMap> components,
        List<FixedValueMap> fixed) {

    /** The type of the annotation that a map has if it may be used in both directions. Names the opposite map. */
    static final String IMPORT = "IMPORT";

    private static final String ORDER = "ORDER";

    public StructureMap {
        datePatterns = List.copyOf(datePatterns);
        components = List.copyOf(components);
        fixed = List.copyOf(fixed);
    }

    public String id() {
        return identity.id();
    }

    /** Returns the value of the first annotation of this type, if there is one. */
    public Optional<String> annotation(String type) {
        return identity.annotation(type).map(Annotation::value);
    }

    /** Returns the id of the source, without agency and version. */
    public String sourceId() {
        return StructureReader.idOf(source);
    }

    /** Returns the target as {@code AGENCY:ID(VERSION)}. */
    public String targetReference() {
        return target.substring(target.indexOf('=') + 1);
    }

    /**
     * Returns the ids of the components of the target, in the order of the target structure. Returns empty if the
     * annotation {@code ORDER} does not state the order.
     */
    public List<String> order() {
        return words(annotation(ORDER));
    }

    private static List<String> words(Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .map(text -> Arrays.asList(text.strip().split("\\s+")))
                .orElse(List.of());
    }

    /** Returns the representation maps to which this map refers, each once. */
    public List<RepresentationMap> representations() {
        Set<RepresentationMap> maps = new LinkedHashSet<>();
        components.forEach(component -> component.representation().ifPresent(maps::add));
        return List.copyOf(maps);
    }

    /**
     * Returns this map in the opposite direction, from its target to its source. Leaves out values with several
     * origins, and patterns of dates. If two rules give one component its value, keeps the rule with a representation
     * map, or else the first rule. The annotation {@code IMPORT} names the new map; the value of the annotation lists
     * the fixed components of the target that the new map leaves out.
     */
    public StructureMap inverse() {
        List<String> onlyThisWay = words(annotation(IMPORT));
        List<FixedValueMap> turned = fixed.stream()
                .filter(each -> !onlyThisWay.contains(each.component()))
                .map(each -> new FixedValueMap(each.component(), !each.ofSource(), each.values()))
                .toList();
        return new StructureMap(identity.inverse(), target, source, List.of(), inverseComponents(), turned);
    }

    private List<ComponentMap> inverseComponents() {
        List<ComponentMap> turned =
                components.stream().flatMap(each -> each.inverse().stream()).toList();
        Set<String> translated = new HashSet<>();
        List<ComponentMap> kept = new ArrayList<>();
        for (boolean withMap : List.of(true, false)) {
            for (ComponentMap each : turned) {
                boolean free = each.targets().stream().noneMatch(translated::contains);
                if (each.representation().isPresent() == withMap && free) {
                    translated.addAll(each.targets());
                    kept.add(each);
                }
            }
        }
        return kept;
    }

    /**
     * The identity and the names of an artefact.
     *
     * @param annotations notes on the artefact, in a significant order
     */
    public record Identity(
            String agency,
            String id,
            String version,
            LocalText name,
            LocalText description,
            List<Annotation> annotations) {

        public Identity {
            annotations = List.copyOf(annotations);
            SchemaException.require(
                    !agency.isEmpty() && !id.isEmpty() && !version.isEmpty(),
                    "a map has no agency, no id or no version: " + agency + ":" + id + "(" + version + ")");
        }

        /** Returns the first annotation of this type, if there is one. */
        public Optional<Annotation> annotation(String type) {
            return annotations.stream().filter(each -> type.equals(each.type())).findFirst();
        }

        /** Returns the identity of the map in the opposite direction. */
        Identity inverse() {
            LocalText backwards = annotation(IMPORT)
                    .map(Annotation::text)
                    .filter(text -> !text.texts().isEmpty())
                    .orElse(name);
            return new Identity(agency, id + "_" + IMPORT, version, backwards, LocalText.EMPTY, List.of());
        }

        @Override
        public String toString() {
            return agency + ":" + id + "(" + version + ")";
        }
    }

    /**
     * A note on an artefact. Every member except the text may be null.
     *
     * @param value the content for programs
     * @param text the content for people
     */
    public record Annotation(String id, String type, String title, String value, LocalText text) {

        public static Annotation of(String type, String value) {
            return new Annotation(null, type, null, value, LocalText.EMPTY);
        }
    }

    /**
     * A component of the source with periods in another notation.
     *
     * @param id the id of the rule in its map
     * @param pattern the notation of the source, for example {@code MM/yyyy}
     * @param locale the language of names of months, for example {@code en}
     * @param frequency the frequency of the periods of the target, for example {@code A}
     */
    public record DatePatternMap(
            String id, String source, String target, String pattern, String locale, String frequency) {}

    /**
     * A component with the same value in all figures.
     *
     * @param ofSource true for a component of the source: only figures with this value are translated
     * @param values the value, or several values for a component that may have several
     */
    public record FixedValueMap(String component, boolean ofSource, List<String> values) {

        public FixedValueMap {
            values = List.copyOf(values);
            SchemaException.require(!values.isEmpty(), "the fixed component " + component + " has no value");
        }
    }

    /**
     * The origin of the values of target components.
     *
     * @param representation the translation of the values; empty if the value of one component is copied
     */
    public record ComponentMap(List<String> sources, List<String> targets, Optional<RepresentationMap> representation) {

        /**
         * @throws SchemaException if the numbers of components and of code lists differ, or several values are copied
         */
        public ComponentMap {
            sources = List.copyOf(sources);
            targets = List.copyOf(targets);
            Objects.requireNonNull(representation);
            int expectedSources =
                    representation.map(map -> map.sources().size()).orElse(1);
            int expectedTargets =
                    representation.map(map -> map.targets().size()).orElse(1);
            SchemaException.require(
                    sources.size() == expectedSources && targets.size() == expectedTargets,
                    "a rule leads from " + sources + " to " + targets + ", but its map from " + expectedSources + " to "
                            + expectedTargets + " components");
        }

        /** Returns this rule in the opposite direction; empty if no value can be translated back. */
        Optional<ComponentMap> inverse() {
            if (representation.isEmpty()) {
                return Optional.of(new ComponentMap(targets, sources, representation));
            }
            RepresentationMap turned = representation.get().inverse();
            return turned.mappings().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ComponentMap(targets, sources, Optional.of(turned)));
        }
    }
}
