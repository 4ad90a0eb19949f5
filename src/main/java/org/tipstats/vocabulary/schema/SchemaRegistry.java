package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All code lists and dataflows of a deployment. Immutable; loaded once from SDMX-JSON 2.0 structure messages. */
public final class SchemaRegistry {

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
        if (dataflows.isEmpty()) {
            throw new SchemaException("the schemas hold no dataflow");
        }
    }

    /**
     * Reads structure messages, in any order.
     *
     * @param messages parsed SDMX-JSON by a name (the file's) that errors can give
     * @throws SchemaException when they don't make a usable whole
     */
    public static SchemaRegistry of(Map<String, JsonNode> messages) {
        return new SchemaRegistry(new StructureMessages(new TreeMap<>(messages)));
    }

    /**
     * Reads every {@code .json} file below a folder.
     *
     * @throws SchemaException when a file is no JSON or the files don't make a usable whole
     */
    public static SchemaRegistry load(Path folder) {
        Map<String, JsonNode> messages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    messages.put(folder.relativize(file).toString(), JsonTree.read(in));
                }
            }
        } catch (IOException e) {
            throw new SchemaException("the schemas in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return of(messages);
    }

    public Collection<CodeList> codeLists() {
        return codeLists.values();
    }

    /** The ids of a list's codes; none where there is no such list. */
    public List<String> codeIds(String list) {
        return codeList(list).stream()
                .flatMap(found -> found.codes().stream())
                .map(Code::id)
                .toList();
    }

    public Optional<CodeList> codeList(String id) {
        return Optional.ofNullable(codeLists.get(id));
    }

    /** The dataflows, sorted by id. */
    public Collection<Dataflow> dataflows() {
        return dataflows.values();
    }

    /** The dataflows that are submitted, sorted by id: all but those that are computed from others. */
    public List<Dataflow> submitted() {
        return dataflows().stream().filter(dataflow -> !dataflow.isDerived()).toList();
    }

    /** Those of them that areas report: all but the reference data of the service itself. */
    public List<Dataflow> reported() {
        return submitted().stream().filter(dataflow -> !dataflow.isReference()).toList();
    }

    /** The first dataflow that is computed by a method, if there is one. */
    public Optional<Dataflow> derivedBy(Derivation.Method method) {
        return dataflows().stream()
                .filter(dataflow ->
                        dataflow.isDerived() && dataflow.derivation().method() == method)
                .findFirst();
    }

    public Optional<Dataflow> dataflow(String id) {
        return Optional.ofNullable(dataflows.get(id));
    }

    /** The dataflow that holds the population, if there is one. */
    public Optional<Dataflow> population() {
        return dataflows().stream().filter(Dataflow::isPopulation).findFirst();
    }

    /** What is to be known of a dataflow beside its structure, where the schemas say it. */
    public Optional<ReferenceMetadata> metadata(String dataflow) {
        return Optional.ofNullable(metadata.get(dataflow));
    }

    /** How dataflows are told in the structures of others, in the order of the files. */
    public List<StructureMap> structureMaps() {
        return structureMaps;
    }

    /** Names of concepts by concept id. */
    public Map<String, LocalText> concepts() {
        return concepts;
    }

    /**
     * The artefacts of a kind as the schemas have them, for those who pass structures on: SDMX-JSON 2.0, not to be
     * changed.
     *
     * @param kind the member of a structure message, such as {@code codelists}
     */
    public List<JsonNode> artefacts(String kind) {
        return messages.artefacts(kind);
    }

    /** When the newest of the schemas was made: an ISO 8601 instant. */
    public String prepared() {
        return messages.prepared();
    }

    /** The areas and groups of areas: the code list of the area dimensions. */
    public CodeList areas() {
        return dataflows.values().iterator().next().structure().area().codes();
    }
}
