package org.tipstats.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All code lists and dataflows of a deployment. Immutable; loaded once from SDMX-JSON 2.0 structure messages. */
public final class SchemaRegistry {

    private final Map<String, CodeList> codeLists;
    private final Map<String, Dataflow> dataflows;
    private final Map<String, LocalText> concepts;

    private SchemaRegistry(StructureMessages messages) {
        this.codeLists = messages.codeLists();
        this.concepts = messages.concepts();
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

    public Collection<CodeList> codeLists() {
        return codeLists.values();
    }

    public Optional<CodeList> codeList(String id) {
        return Optional.ofNullable(codeLists.get(id));
    }

    /** The dataflows, sorted by id. */
    public Collection<Dataflow> dataflows() {
        return dataflows.values();
    }

    public Optional<Dataflow> dataflow(String id) {
        return Optional.ofNullable(dataflows.get(id));
    }

    /** The dataflow that holds the population, if there is one. */
    public Optional<Dataflow> population() {
        return dataflows().stream().filter(Dataflow::isPopulation).findFirst();
    }

    /** Names of concepts by concept id. */
    public Map<String, LocalText> concepts() {
        return concepts;
    }

    /** The areas and groups of areas: the code list of the area dimensions. */
    public CodeList areas() {
        List<CodeList> lists = new ArrayList<>();
        for (Dataflow dataflow : dataflows.values()) {
            lists.add(dataflow.structure().area().codes());
        }
        return lists.get(0);
    }

    /** The version that reports are stamped with: that of the dataflows' structures. */
    public String version(Dataflow dataflow) {
        return dataflow.version();
    }
}
