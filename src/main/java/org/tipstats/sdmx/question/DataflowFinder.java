package org.tipstats.sdmx.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.sdmx.artefact.References;
import org.tipstats.sdmx.question.StructureQuery.IdFilter;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds the dataflows that a request for data names. */
@ApplicationScoped
public class DataflowFinder {

    private final SchemaRegistry schemas;
    private final Catalogue catalogue;

    DataflowFinder(SchemaRegistry schemas, Catalogue catalogue) {
        this.schemas = schemas;
        this.catalogue = catalogue;
    }

    @Produces
    @Singleton
    static Catalogue catalogue(SchemaRegistry schemas) {
        return Catalogue.of(schemas);
    }

    /**
     * Finds the dataflow of a request to version 1, which names the dataflow as {@code ID}, {@code AGENCY,ID} or {@code
     * AGENCY,ID,VERSION}. Throws 404 if there is no such dataflow and 413 if there are several dataflows.
     */
    public Dataflow v1(SdmxRequest request) {
        String reference = request.segment(1, "all");
        String[] parts = reference.split(",", -1);
        if (parts.length > 3) {
            throw SdmxProblems.syntax("flow", reference, "Write a dataflow as ID, AGENCY,ID or AGENCY,ID,VERSION.");
        }
        requireProvider(request.segment(3, "all"));
        return requireOne(dataflowsOf(find(
                ArtefactType.DATAFLOW,
                IdFilter.of("agency", parts.length > 1 ? parts[0] : "all", "\\+"),
                IdFilter.of("flow", parts.length > 1 ? parts[1] : parts[0], "\\+"),
                VersionFilter.of(parts.length > 2 ? parts[2] : "latest", "\\+"))));
    }

    /**
     * Throws 404 if the request names only unknown data providers, because the service has no data from these
     * providers.
     */
    private void requireProvider(String provider) {
        for (String each : StructureQuery.list(provider, "\\+")) {
            boolean known = each.equals("all")
                    || catalogue.providers().stream().anyMatch(one -> one.equals(each) || one.endsWith("," + each));
            if (known) {
                return;
            }
        }
        throw SdmxProblems.noResults("This provider has no data.");
    }

    /**
     * Finds the dataflow for a request to version 2. The request names an artefact by context (its type, or an asterisk
     * for any type), agency, id and version. Throws 404 if there is no dataflow and 413 if there are several dataflows.
     */
    public Dataflow v2(SdmxRequest request) {
        return requireOne(allV2(request));
    }

    /** Does the same as {@link #v2}, but allows several dataflows. The dataflows are sorted by id. */
    public List<Dataflow> allV2(SdmxRequest request) {
        IdFilter agencies = IdFilter.of("agency", request.segment(2, "*"), ",");
        IdFilter ids = IdFilter.of("id", request.segment(3, "*"), ",");
        VersionFilter versions = VersionFilter.of(request.segment(4, "*"), ",");
        String context = request.segment(1, "*");
        return switch (context) {
            case "dataflow" -> dataflowsOf(find(ArtefactType.DATAFLOW, agencies, ids, versions));
            case "datastructure" -> dataflowsOf(find(ArtefactType.DATA_STRUCTURE, agencies, ids, versions));
            case "provisionagreement" -> dataflowsOf(find(ArtefactType.PROVISION_AGREEMENT, agencies, ids, versions));
            case "*" -> {
                List<Artefact> found = List.of();
                for (ArtefactType type :
                        List.of(ArtefactType.DATAFLOW, ArtefactType.DATA_STRUCTURE, ArtefactType.PROVISION_AGREEMENT)) {
                    found = found.isEmpty() ? find(type, agencies, ids, versions) : found;
                }
                yield dataflowsOf(found);
            }
            default ->
                throw SdmxProblems.syntax(
                        "context", context, "The context must be dataflow, datastructure, provisionagreement or *.");
        };
    }

    private List<Artefact> find(ArtefactType type, IdFilter agencies, IdFilter ids, VersionFilter versions) {
        return versions.of(catalogue.select(
                artefact -> artefact.type() == type && agencies.wants(artefact.agency()) && ids.wants(artefact.id())));
    }

    private List<Dataflow> dataflowsOf(List<Artefact> found) {
        Set<String> flows = new TreeSet<>();
        for (Artefact artefact : found) {
            List<Artefact> around = new ArrayList<>(List.of(artefact));
            for (References.Reach reach : List.of(References.Reach.PARENTS, References.Reach.CHILDREN)) {
                around.addAll(References.to(reach).of(List.of(artefact), catalogue));
            }
            boolean isFlow = artefact.type() == ArtefactType.DATAFLOW;
            around.stream()
                    .filter(each -> isFlow ? each == artefact : each.type() == ArtefactType.DATAFLOW)
                    .forEach(each -> flows.add(each.id()));
        }
        if (flows.isEmpty()) {
            throw SdmxProblems.noResults("There is no such dataflow.");
        }
        return flows.stream().map(id -> schemas.dataflow(id).orElseThrow()).toList();
    }

    private static Dataflow requireOne(List<Dataflow> flows) {
        if (flows.size() > 1) {
            throw SdmxProblems.severalDataflows(flows);
        }
        return flows.get(0);
    }
}
