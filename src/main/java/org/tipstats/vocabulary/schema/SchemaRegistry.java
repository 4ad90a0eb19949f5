package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All code lists and dataflows of a deployment. They are loaded once from SDMX-JSON 2.0 structure messages and never
 * change.
 */
public final class SchemaRegistry {

    private static final String SUFFIX = ".json";

    private final Map<String, CodeList> codeLists;
    private final Map<String, Dataflow> dataflows;
    private final Map<String, LocalText> concepts;
    private final Map<String, ReferenceMetadata> metadata;
    private final List<StructureMap> structureMaps;
    private final StructureMessages messages;

    private SchemaRegistry(StructureMessages messages) {
        this.messages = messages;
        this.codeLists = messages.codeLists();
        this.concepts = messages.concepts();
        this.metadata = messages.metadata();
        this.structureMaps = messages.structureMaps();
        this.dataflows = Collections.unmodifiableMap(new TreeMap<>(messages.dataflows(codeLists, concepts)));
        SchemaException.require(!dataflows.isEmpty(), "the schemas hold no dataflow");
        DeploymentAreas.checkHeadings(areas(), codeLists);
    }

    /**
     * Reads structure messages, in any order.
     *
     * @param messages parsed SDMX-JSON by a name that errors can show, for example the file name
     * @throws SchemaException if a message is not valid, or refers to a message that is missing
     */
    public static SchemaRegistry of(Map<String, JsonNode> messages) {
        return new SchemaRegistry(new StructureMessages(new TreeMap<>(messages)));
    }

    /**
     * Reads every {@code .json} file below a folder.
     *
     * @throws SchemaException if a file is not JSON, or if the files are not valid together
     */
    public static SchemaRegistry load(Path folder) {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                read.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new SchemaException("the schemas in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return read(read);
    }

    /**
     * Reads the files whose names end in {@code .json}.
     *
     * @throws SchemaException if a file is not JSON, or if the files are not valid together
     */
    public static SchemaRegistry read(Map<String, byte[]> files) {
        Map<String, JsonNode> messages = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(SUFFIX)) {
                try {
                    messages.put(name, JsonTree.read(bytes));
                } catch (IOException e) {
                    throw new SchemaException("the schema " + name + " cannot be read: " + e.getMessage(), e);
                }
            }
        });
        return of(messages);
    }

    public Collection<CodeList> codeLists() {
        return codeLists.values();
    }

    /** Returns the ids of the codes of a list; empty if there is no such list. */
    public List<String> codeIds(String list) {
        return codeList(list).stream()
                .flatMap(found -> found.codes().stream())
                .map(Code::id)
                .toList();
    }

    public Optional<CodeList> codeList(String id) {
        return Optional.ofNullable(codeLists.get(id));
    }

    /** Returns the dataflows, sorted by id. */
    public Collection<Dataflow> dataflows() {
        return dataflows.values();
    }

    /**
     * Returns the reported dataflows, then dataflows that are computed from other dataflows, then reference data. Each
     * of these groups has the order in which the categories of the schemas list the dataflows; dataflows without a
     * category come last.
     */
    public List<Dataflow> bySubject() {
        List<String> listed = artefacts("categorisations").stream()
                .map(one -> StructureReader.idOf(one.path("source").asText()))
                .toList();
        return dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isReference)
                        .thenComparing(Dataflow::isDerived)
                        .thenComparing(dataflow -> !listed.contains(dataflow.id()))
                        .thenComparing(dataflow -> listed.indexOf(dataflow.id())))
                .toList();
    }

    /** Returns the dataflows that are submitted, sorted by id: all that are not computed from other dataflows. */
    public List<Dataflow> submitted() {
        return dataflows().stream().filter(dataflow -> !dataflow.isDerived()).toList();
    }

    /** Returns the dataflows that areas submit, sorted by id: all submitted dataflows except reference data. */
    public List<Dataflow> reported() {
        return submitted().stream().filter(dataflow -> !dataflow.isReference()).toList();
    }

    /** Returns the first dataflow that the method computes, if there is one. */
    public Optional<Dataflow> derivedBy(Derivation.Method method) {
        return dataflows().stream()
                .filter(dataflow ->
                        dataflow.isDerived() && dataflow.derivation().method() == method)
                .findFirst();
    }

    public Optional<Dataflow> dataflow(String id) {
        return Optional.ofNullable(dataflows.get(id));
    }

    /** Returns the dataflow that holds the population, if there is one. */
    public Optional<Dataflow> population() {
        return dataflows().stream().filter(Dataflow::isPopulation).findFirst();
    }

    public Optional<ReferenceMetadata> metadata(String dataflow) {
        return Optional.ofNullable(metadata.get(dataflow));
    }

    /** Returns the structure maps in the order of the files: from dataflows to other structures, and back. */
    public List<StructureMap> structureMaps() {
        return structureMaps;
    }

    /**
     * Returns the maps with the annotation {@code IMPORT} in the opposite direction: they translate figures from the
     * structures of other organisations. Leaves out a map if the files already have a map with the same id.
     */
    public List<StructureMap> importMaps() {
        return structureMaps.stream()
                .filter(map -> map.identity().annotation(StructureMap.IMPORT).isPresent())
                .map(StructureMap::inverse)
                .filter(map ->
                        structureMaps.stream().noneMatch(each -> each.id().equals(map.id())))
                .toList();
    }

    /** Returns the names of concepts by concept id. */
    public Map<String, LocalText> concepts() {
        return concepts;
    }

    /**
     * Returns the artefacts of a kind as SDMX-JSON 2.0, for callers that pass structures on. The caller must not change
     * the artefacts.
     *
     * @param kind the member of a structure message, for example {@code codelists}
     */
    public List<JsonNode> artefacts(String kind) {
        return messages.artefacts(kind);
    }

    /** Returns the time at which the newest schema was prepared, as an ISO 8601 instant. */
    public String prepared() {
        return messages.prepared();
    }

    /** Returns the code list of the area dimensions: areas and groups of areas. */
    public CodeList areas() {
        return dataflows.values().iterator().next().structure().area().codes();
    }

    /**
     * Returns the heading under which pages list an area apart from its region, see {@link DeploymentAreas#heading}.
     */
    public Optional<Code> headingOf(Code area) {
        return DeploymentAreas.heading(area, codeLists);
    }

    /**
     * Reads JSON as trees, like an {@code ObjectMapper}, but starts faster. The start of an {@code ObjectMapper} takes
     * longer than reading all schemas, and the command line starts anew for every file.
     */
    static final class JsonTree {

        private static final JsonFactory JSON = new JsonFactory();
        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

        private JsonTree() {}

        /** Returns the first value of a text, or a missing node if the text has none. */
        static JsonNode read(byte[] in) throws IOException {
            try (JsonParser json = JSON.createParser(in)) {
                return json.nextToken() == null ? MissingNode.getInstance() : value(json);
            }
        }

        private static JsonNode value(JsonParser json) throws IOException {
            return switch (json.currentToken()) {
                case START_OBJECT -> object(json);
                case START_ARRAY -> array(json);
                case VALUE_STRING -> NODES.textNode(json.getText());
                case VALUE_NUMBER_INT -> whole(json);
                case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
                case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(json.getBooleanValue());
                default -> NODES.nullNode();
            };
        }

        private static JsonNode whole(JsonParser json) throws IOException {
            return switch (json.getNumberType()) {
                case INT -> NODES.numberNode(json.getIntValue());
                case LONG -> NODES.numberNode(json.getLongValue());
                default -> NODES.numberNode(json.getBigIntegerValue());
            };
        }

        private static ObjectNode object(JsonParser json) throws IOException {
            ObjectNode object = NODES.objectNode();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                object.set(field, value(json));
            }
            return object;
        }

        private static ArrayNode array(JsonParser json) throws IOException {
            ArrayNode array = NODES.arrayNode();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json));
            }
            return array;
        }
    }
}
