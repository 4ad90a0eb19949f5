package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Part;

/** Writes structure messages in SDMX-ML 2.1 and 3.0. */
final class MlStructureWriter {

    /** The elements that contain the artefacts, in the order of the official schema. */
    private static final Map<MlVersion, List<Container>> CONTAINERS = Map.of(
            MlVersion.V21,
            List.of(
                    new Container("OrganisationSchemes", ArtefactType.AGENCY_SCHEME, ArtefactType.DATA_PROVIDER_SCHEME),
                    new Container("Dataflows", ArtefactType.DATAFLOW),
                    new Container("CategorySchemes", ArtefactType.CATEGORY_SCHEME),
                    new Container("Categorisations", ArtefactType.CATEGORISATION),
                    new Container("Codelists", ArtefactType.CODE_LIST),
                    new Container("Concepts", ArtefactType.CONCEPT_SCHEME),
                    new Container("DataStructures", ArtefactType.DATA_STRUCTURE),
                    new Container("Constraints", ArtefactType.DATA_CONSTRAINT),
                    new Container("ProvisionAgreements", ArtefactType.PROVISION_AGREEMENT)),
            MlVersion.V30,
            List.of(
                    new Container("AgencySchemes", ArtefactType.AGENCY_SCHEME),
                    new Container("Categorisations", ArtefactType.CATEGORISATION),
                    new Container("CategorySchemes", ArtefactType.CATEGORY_SCHEME),
                    new Container("Codelists", ArtefactType.CODE_LIST),
                    new Container("ConceptSchemes", ArtefactType.CONCEPT_SCHEME),
                    new Container("DataConstraints", ArtefactType.DATA_CONSTRAINT),
                    new Container("Dataflows", ArtefactType.DATAFLOW),
                    new Container("DataProviderSchemes", ArtefactType.DATA_PROVIDER_SCHEME),
                    new Container("DataStructures", ArtefactType.DATA_STRUCTURE),
                    new Container("Metadataflows", ArtefactType.METADATAFLOW),
                    new Container("MetadataStructures", ArtefactType.METADATA_STRUCTURE),
                    new Container("ProvisionAgreements", ArtefactType.PROVISION_AGREEMENT),
                    new Container("RepresentationMaps", ArtefactType.REPRESENTATION_MAP),
                    new Container("StructureMaps", ArtefactType.STRUCTURE_MAP)));

    /** The types whose references the official schema requires, even in a stub. */
    private static final Set<ArtefactType> STUBS_WITH_REFERENCES = Set.of(
            ArtefactType.METADATAFLOW,
            ArtefactType.PROVISION_AGREEMENT,
            ArtefactType.STRUCTURE_MAP,
            ArtefactType.REPRESENTATION_MAP);

    private record Container(String element, List<ArtefactType> types) {
        Container(String element, ArtefactType... types) {
            this(element, List.of(types));
        }
    }

    private final StructureMessage message;
    private final MlVersion version;
    private final XmlOutput xml;
    private final MlNames names;
    private final MlContent content;
    private final MlMaps maps;

    MlStructureWriter(StructureMessage message, MlVersion version, OutputStream out) throws IOException {
        this.message = message;
        this.version = version;
        this.xml = new XmlOutput(out);
        this.names = new MlNames(xml, message.languages(), version);
        this.content = new MlContent(xml, names, version);
        this.maps = new MlMaps(xml, names);
    }

    void write() throws IOException {
        xml.open("mes:Structure");
        for (String[] prefix : new String[][] {{"mes", "message"}, {"str", "structure"}, {"com", "common"}}) {
            xml.attribute("xmlns:" + prefix[0], version.namespace(prefix[1]));
        }
        xml.open("mes:Header");
        version.writeHeader(xml, message.header());
        xml.close();
        xml.open("mes:Structures");
        for (Container container : CONTAINERS.get(version)) {
            boolean open = false;
            for (ArtefactType type : container.types()) {
                for (Part part : message.of(type)) {
                    if (!open) {
                        xml.open("str:" + container.element());
                        open = true;
                    }
                    writeArtefact(part);
                }
            }
            if (open) {
                xml.close();
            }
        }
        xml.end();
    }

    private void writeArtefact(Part part) throws IOException {
        Artefact artefact = part.artefact();
        boolean full = part.extent() == Detail.Extent.FULL;
        boolean v21 = version == MlVersion.V21;
        xml.open("str:" + (v21 ? artefact.type().className21() : artefact.type().className()));
        xml.attribute("id", artefact.id()).attribute("agencyID", artefact.agency());
        if (v21 || artefact.type().isVersioned()) {
            xml.attribute("version", artefact.version());
        }
        xml.attribute("urn", v21 ? artefact.urn().toString21() : artefact.urn().toString());
        if (v21 && artefact.type().isVersioned()) {
            xml.attribute("isFinal", "true");
        }
        if (!full) {
            xml.attribute("isExternalReference", "true");
            xml.attribute("structureURL", address(artefact));
        }
        if (artefact.body().path("isPartial").asBoolean()) {
            xml.attribute("isPartial", "true");
        }
        if (artefact.type() == ArtefactType.DATA_CONSTRAINT) {
            xml.attribute(v21 ? "type" : "role", artefact.body().path("role").asText("Allowed"));
        }
        names.write(artefact.body(), part.extent() != Detail.Extent.STUB);
        if (full || STUBS_WITH_REFERENCES.contains(artefact.type())) {
            writeContent(artefact, full);
        }
        xml.close();
    }

    private void writeContent(Artefact artefact, boolean full) throws IOException {
        JsonNode body = artefact.body();
        switch (artefact.type()) {
            case DATAFLOW -> reference("str:Structure", body.path("structure"));
            case CATEGORISATION -> {
                reference("str:Source", body.path("source"));
                reference("str:Target", body.path("target"));
            }
            case PROVISION_AGREEMENT -> {
                reference(version == MlVersion.V21 ? "str:StructureUsage" : "str:Dataflow", body.path("dataflow"));
                reference("str:DataProvider", body.path("dataProvider"));
            }
            case DATA_STRUCTURE -> content.writeComponents(body.path("dataStructureComponents"));
            case DATA_CONSTRAINT -> content.writeConstraint(body);
            case METADATA_STRUCTURE -> content.writeMetadataComponents(body.path("metadataStructureComponents"));
            case METADATAFLOW -> {
                reference("str:Structure", body.path("structure"));
                for (JsonNode target : body.path("targets")) {
                    xml.text("str:Target", target.asText());
                }
            }
            case STRUCTURE_MAP -> maps.writeStructureMap(body, full);
            case REPRESENTATION_MAP -> maps.writeRepresentationMap(body, full);
            default -> writeItems(artefact.items(), artefact);
        }
    }

    private void writeItems(JsonNode items, Artefact scheme) throws IOException {
        ArtefactType type = scheme.type();
        for (JsonNode item : items) {
            xml.open("str:" + type.itemClass(), "id", item.path("id").asText());
            names.write(item, true);
            if (item.hasNonNull("parent")) {
                writeParent(item.path("parent").asText());
            }
            if (type == ArtefactType.CONCEPT_SCHEME && item.has("coreRepresentation")) {
                content.writeRepresentation("str:CoreRepresentation", item.path("coreRepresentation"));
            }
            if (type == ArtefactType.CATEGORY_SCHEME) {
                writeItems(item.path("categories"), scheme);
            }
            xml.close();
        }
    }

    private void writeParent(String parent) throws IOException {
        if (version == MlVersion.V30) {
            xml.text("str:Parent", parent);
        } else {
            xml.open("str:Parent").empty("Ref", "id", parent).close();
        }
    }

    private void reference(String element, JsonNode urn) throws IOException {
        version.writeReference(xml, element, urn);
    }

    /**
     * Returns the URL of an artefact: in version 1 of the REST interface for SDMX-ML 2.1, in version 2 for SDMX-ML 3.0.
     */
    private String address(Artefact artefact) {
        String type = version == MlVersion.V21
                ? artefact.type().className21().toLowerCase(Locale.ROOT)
                : "structure/" + artefact.type().word();
        return String.join("/", message.address(), type, artefact.agency(), artefact.id(), artefact.version());
    }
}
