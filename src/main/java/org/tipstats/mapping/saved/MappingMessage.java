package org.tipstats.mapping.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.RepresentationMap;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMap.Annotation;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;
import org.tipstats.vocabulary.schema.StructureMap.Identity;
import org.tipstats.vocabulary.schema.StructureMapReader;
import org.tipstats.vocabulary.schema.StructureMapWriter;

/**
 * A mapping as a structure message in SDMX-JSON: a structure map for each dataflow, with a representation map for the
 * words of each component. How the tables are read is in the annotation {@code READING} of the first map. The form of
 * this annotation is in {@code schemas/mapping/reading.jsonschema}.
 */
public final class MappingMessage {

    private static final String READING = "READING";
    private static final String AREA = "REF_AREA";
    private static final String TIME = "TIME_PERIOD";
    private static final String URN = "urn:sdmx:org.sdmx.infomodel.datastructure.";

    private final SchemaRegistry schemas;

    public MappingMessage(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * Writes a mapping.
     *
     * @param id the id of the mapping: letters, digits and underscores
     * @param version the version, for example {@code 2.0.0}
     * @param name the name for people; may be empty
     */
    public ObjectNode write(Mapping mapping, String id, String version, String name) {
        List<StructureMap> maps = new ArrayList<>();
        for (Dataflow dataflow : mapping.targets().stream()
                .flatMap(target -> schemas.dataflow(target).stream())
                .toList()) {
            List<Annotation> notes = maps.isEmpty()
                    ? List.of(Annotation.of(READING, ReadingJson.write(mapping).toString()))
                    : List.of();
            String own = maps.isEmpty() ? id : id + "_" + dataflow.id();
            LocalText names = new LocalText(Map.of("en", name.isEmpty() ? id : name));
            Identity identity = new Identity(dataflow.agency(), own, version, names, LocalText.EMPTY, notes);
            String source = URN + "DataStructure=" + dataflow.agency() + ":SOURCE_" + id + "(" + version + ")";
            maps.add(new StructureMap(
                    identity,
                    source,
                    URN + "Dataflow=" + dataflow.identification(),
                    List.of(),
                    components(mapping, dataflow, identity),
                    fixed(mapping)));
        }
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a mapping needs a dataflow");
        }
        String agency = maps.get(0).identity().agency();
        return StructureMapWriter.message(id, schemas.prepared(), agency, maps);
    }

    private List<ComponentMap> components(Mapping mapping, Dataflow dataflow, Identity identity) {
        List<ComponentMap> components = new ArrayList<>();
        mapping.words().forEach((component, words) -> {
            if (dataflow.structure().componentIds().contains(component)) {
                components.add(new ComponentMap(
                        List.of(component),
                        List.of(component),
                        Optional.of(representation(dataflow, component, words, identity))));
            }
        });
        List.of(TIME, dataflow.structure().measure().id()).stream()
                .filter(component -> !mapping.words().containsKey(component))
                .forEach(component ->
                        components.add(new ComponentMap(List.of(component), List.of(component), Optional.empty())));
        return components;
    }

    private static RepresentationMap representation(
            Dataflow dataflow, String component, SortedMap<String, String> words, Identity owner) {
        Identity identity = new Identity(
                owner.agency(),
                owner.id() + "_" + component,
                owner.version(),
                owner.name(),
                LocalText.EMPTY,
                List.of());
        String target = dataflow.structure()
                .dimension(component)
                .filter(dimension -> !dimension.isTime())
                .map(Dimension::codes)
                .map(list -> "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=" + dataflow.agency() + ":" + list.id()
                        + "(" + list.version() + ")")
                .orElse("String");
        List<ValueMapping> mappings = words.entrySet().stream()
                .map(word -> ValueMapping.of(List.of(word.getKey()), List.of(word.getValue())))
                .toList();
        return new RepresentationMap(identity, List.of("String"), List.of(target), mappings);
    }

    private static List<FixedValueMap> fixed(Mapping mapping) {
        SortedMap<String, String> values = new TreeMap<>(mapping.constants());
        if (mapping.area() != null) {
            values.put(AREA, mapping.area());
        }
        return values.entrySet().stream()
                .map(value -> new FixedValueMap(value.getKey(), false, List.of(value.getValue())))
                .toList();
    }

    /**
     * Reads a mapping.
     *
     * @throws MappingFormatException if the message is not a mapping; it points to the faulty member
     */
    public Mapping read(JsonNode message) {
        List<StructureMap> maps;
        try {
            maps = StructureMapReader.read(message);
        } catch (SchemaException e) {
            throw new MappingFormatException("/data", e.getMessage());
        }
        String reading = maps.stream()
                .flatMap(map -> map.annotation(READING).stream())
                .findFirst()
                .orElseThrow(
                        () -> new MappingFormatException(
                                "/data/structureMaps/0/annotations",
                                "No structure map has the annotation READING, which says how tables are read. Send a mapping as a guess returns it."));
        SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();
        SortedMap<String, String> constants = new TreeMap<>();
        for (StructureMap map : maps) {
            map.components()
                    .forEach(component -> component
                            .representation()
                            .ifPresent(values -> words.computeIfAbsent(
                                            component.targets().get(0), none -> new TreeMap<>())
                                    .putAll(words(values))));
            map.fixed()
                    .forEach(value ->
                            constants.put(value.component(), value.values().get(0)));
        }
        String area = constants.remove(AREA);
        return ReadingJson.read(reading, area, words, constants);
    }

    private static SortedMap<String, String> words(RepresentationMap map) {
        SortedMap<String, String> words = new TreeMap<>();
        for (ValueMapping mapping : map.mappings()) {
            if (!mapping.isExact()
                    || mapping.sources().size() != 1
                    || mapping.targets().size() != 1) {
                throw new MappingFormatException(
                        "/data/representationMaps", map.identity() + ": Each word needs one code, without patterns.");
            }
            words.putIfAbsent(
                    mapping.sources().get(0).value(), mapping.targets().get(0));
        }
        return words;
    }
}
