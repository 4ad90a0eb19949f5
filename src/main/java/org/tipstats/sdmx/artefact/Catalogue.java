package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.RepresentationMap;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMapWriter;

/**
 * All structural and reference metadata of a deployment, made from the schemas of the deployment. The catalogue
 * contains what a client needs to understand published data. The catalogue therefore leaves out constraints on
 * submissions. The measure has a numeric type that allows decimals, because rates have decimals. Each dataflow gets a
 * provision agreement with each data provider. Each map to another structure is also offered in the opposite direction
 * if the map permits it.
 */
public final class Catalogue {

    private static final Comparator<Artefact> ORDER = Comparator.comparing(Artefact::type)
            .thenComparing(Artefact::agency)
            .thenComparing(Artefact::id)
            .thenComparing(Artefact::version);

    private final List<Artefact> artefacts = new ArrayList<>();
    private final List<MetadataSet> metadataSets = new ArrayList<>();
    private final String prepared;

    private Catalogue(SchemaRegistry schemas) {
        this.prepared = schemas.prepared();
        for (ArtefactType type : ArtefactType.values()) {
            for (JsonNode body : schemas.artefacts(type.plural())) {
                add(Artefact.of(type, (ObjectNode) body));
            }
        }
        for (Dataflow dataflow : schemas.dataflows()) {
            addAgreements(dataflow);
        }
        schemas.importMaps().forEach(this::addImport);
        artefacts.sort(ORDER);
        for (JsonNode body : schemas.artefacts("metadataSets")) {
            metadataSets.add(MetadataSet.of((ObjectNode) body));
        }
    }

    public static Catalogue of(SchemaRegistry schemas) {
        return new Catalogue(schemas);
    }

    private void add(Artefact artefact) {
        if (artefact.type() == ArtefactType.DATA_STRUCTURE) {
            artefacts.add(withNumbers(artefact));
        } else if (artefact.type() != ArtefactType.DATA_CONSTRAINT || isOfPublications(artefact.body())) {
            artefacts.add(artefact);
        }
    }

    private static boolean isOfPublications(JsonNode constraint) {
        for (JsonNode annotation : constraint.path("annotations")) {
            if (annotation.path("type").asText().equals("USE")) {
                return annotation.path("value").asText().equals("PUBLICATION");
            }
        }
        return true;
    }

    private static Artefact withNumbers(Artefact structure) {
        ObjectNode body = structure.body().deepCopy();
        for (JsonNode measure : body.at("/dataStructureComponents/measureList/measures")) {
            if (measure.at("/localRepresentation/format") instanceof ObjectNode format) {
                format.put("dataType", "Double");
            }
        }
        return structure.withBody(body);
    }

    private void addAgreements(Dataflow dataflow) {
        Artefact flow = all(ArtefactType.DATAFLOW).stream()
                .filter(artefact -> artefact.id().equals(dataflow.id()))
                .findFirst()
                .orElseThrow();
        for (Artefact scheme : all(ArtefactType.DATA_PROVIDER_SCHEME)) {
            for (JsonNode provider : scheme.items()) {
                String id = provider.path("id").asText();
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.put("id", id + "_" + flow.id());
                body.put("agencyID", flow.agency());
                body.put("version", flow.version());
                body.set("name", flow.body().path("name"));
                body.set("names", flow.body().path("names"));
                body.put("dataflow", flow.urn().toString());
                body.put(
                        "dataProvider",
                        "urn:sdmx:org.sdmx.infomodel.base.DataProvider=" + scheme.agency() + ":" + scheme.id() + "("
                                + scheme.version() + ")." + id);
                artefacts.add(Artefact.of(ArtefactType.PROVISION_AGREEMENT, body));
            }
        }
    }

    private void addImport(StructureMap map) {
        artefacts.add(Artefact.of(ArtefactType.STRUCTURE_MAP, StructureMapWriter.body(map)));
        for (RepresentationMap translation : map.representations()) {
            Artefact artefact = Artefact.of(ArtefactType.REPRESENTATION_MAP, StructureMapWriter.body(translation));
            if (find(artefact.urn()).isEmpty()) {
                artefacts.add(artefact);
            }
        }
    }

    /** Returns the instant at which the schemas were made, as ISO 8601 text. */
    public String prepared() {
        return prepared;
    }

    /** Returns the artefacts of a type, sorted by agency, id and version. */
    public List<Artefact> all(ArtefactType type) {
        return select(artefact -> artefact.type() == type);
    }

    /** Returns the artefacts with the property, sorted by type, agency, id and version. */
    public List<Artefact> select(Predicate<Artefact> property) {
        return artefacts.stream().filter(property).toList();
    }

    /** Returns the reference metadata, in the order of the files. */
    public List<MetadataSet> metadataSets() {
        return List.copyOf(metadataSets);
    }

    /** Returns the ids of the data providers, each as {@code AGENCY,ID}. */
    public Set<String> providers() {
        Set<String> providers = new TreeSet<>();
        for (Artefact scheme : all(ArtefactType.DATA_PROVIDER_SCHEME)) {
            scheme.items()
                    .forEach(item -> providers.add(
                            scheme.agency() + "," + item.path("id").asText()));
        }
        return providers;
    }

    Optional<Artefact> find(Urn reference) {
        return artefacts.stream().filter(a -> a.isNamedBy(reference)).findFirst();
    }

    /** Sorts artefacts into the order used in messages. */
    static List<Artefact> sorted(List<Artefact> some) {
        return some.stream().sorted(ORDER).toList();
    }
}
