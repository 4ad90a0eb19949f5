package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Writes the content of data structures, metadata structures and constraints in SDMX-ML. */
record MlContent(XmlOutput xml, MlNames names, MlVersion version) {

    void writeComponents(JsonNode components) throws IOException {
        xml.open("str:DataStructureComponents");
        JsonNode dimensions = components.path("dimensionList");
        xml.open("str:DimensionList", "id", dimensions.path("id").asText());
        int position = 1;
        for (JsonNode dimension : dimensions.path("dimensions")) {
            writeComponent("str:Dimension", dimension, Integer.toString(position++));
            xml.close();
        }
        writeComponent(
                "str:TimeDimension",
                dimensions.path("timeDimension"),
                version == MlVersion.V21 ? Integer.toString(position) : null);
        xml.close().close();
        String measure = components.at("/measureList/measures/0/id").asText();
        writeAttributes(components.path("attributeList"), measure);
        writeMeasures(components.path("measureList"));
        xml.close();
    }

    /** Writes the attributes of a metadata structure in SDMX-ML 3.0. */
    void writeMetadataComponents(JsonNode components) throws IOException {
        JsonNode list = components.path("metadataAttributeList");
        xml.open("str:MetadataStructureComponents");
        xml.open("str:MetadataAttributeList", "id", list.path("id").asText());
        writeMetadataAttributes(list.path("metadataAttributes"));
        xml.close().close();
    }

    private void writeMetadataAttributes(JsonNode attributes) throws IOException {
        for (JsonNode attribute : attributes) {
            xml.open("str:MetadataAttribute", "id", attribute.path("id").asText());
            for (String property : List.of("minOccurs", "maxOccurs", "isPresentational")) {
                xml.attribute(property, attribute.path(property).asText(null));
            }
            writeInner(attribute);
            writeMetadataAttributes(attribute.path("metadataAttributes"));
            xml.close();
        }
    }

    private void writeAttributes(JsonNode list, String measure) throws IOException {
        if (list.path("attributes").isEmpty()) {
            return;
        }
        xml.open("str:AttributeList", "id", list.path("id").asText());
        for (JsonNode attribute : list.path("attributes")) {
            String usage = attribute.path("usage").asText("optional");
            boolean mandatory = usage.equals("mandatory");
            xml.open("str:Attribute", "id", attribute.path("id").asText());
            if (version == MlVersion.V21) {
                xml.attribute("assignmentStatus", mandatory ? "Mandatory" : "Conditional");
            } else {
                xml.attribute("usage", usage);
            }
            writeInner(attribute);
            writeRelationship(attribute.path("attributeRelationship"), measure);
            xml.close();
        }
        xml.close();
    }

    private void writeRelationship(JsonNode relationship, String measure) throws IOException {
        boolean v21 = version == MlVersion.V21;
        xml.open("str:AttributeRelationship");
        if (relationship.has("dimensions")) {
            for (JsonNode dimension : relationship.path("dimensions")) {
                writeLocal("str:Dimension", dimension.asText());
            }
        } else if (relationship.has("group")) {
            writeLocal("str:Group", relationship.path("group").asText());
        } else if (relationship.has("dataflow")) {
            xml.empty(v21 ? "str:None" : "str:Dataflow");
        } else if (v21) {
            writeLocal("str:PrimaryMeasure", measure);
        } else {
            xml.empty("str:Observation");
        }
        xml.close();
    }

    private void writeLocal(String element, String id) throws IOException {
        if (version == MlVersion.V21) {
            xml.open(element).empty("Ref", "id", id).close();
        } else {
            xml.text(element, id);
        }
    }

    private void writeMeasures(JsonNode list) throws IOException {
        xml.open("str:MeasureList", "id", list.path("id").asText());
        for (JsonNode measure : list.path("measures")) {
            if (version == MlVersion.V21) {
                writeComponent("str:PrimaryMeasure", measure, null);
            } else {
                xml.open("str:Measure", "id", measure.path("id").asText());
                xml.attribute("usage", measure.path("usage").asText("optional"));
                writeInner(measure);
            }
            xml.close();
        }
        xml.close();
    }

    /** Writes the start of a component. The caller must close the element. */
    private void writeComponent(String element, JsonNode component, String position) throws IOException {
        xml.open(element, "id", component.path("id").asText(), "position", position);
        writeInner(component);
    }

    private void writeInner(JsonNode component) throws IOException {
        names.writeAnnotations(component);
        version.writeReference(xml, "str:ConceptIdentity", component.path("conceptIdentity"));
        writeRepresentation("str:LocalRepresentation", component.path("localRepresentation"));
    }

    void writeRepresentation(String element, JsonNode representation) throws IOException {
        if (representation.isMissingNode()) {
            return;
        }
        xml.open(element);
        if (representation.has("enumeration")) {
            version.writeReference(xml, "str:Enumeration", representation.path("enumeration"));
        } else {
            xml.open("str:TextFormat");
            for (var facet : representation.path("format").properties()) {
                String name = facet.getKey().equals("dataType") ? "textType" : facet.getKey();
                xml.attribute(name, facet.getValue().asText());
            }
            xml.close();
        }
        xml.close();
    }

    /** Writes the attachment and the cube regions of a constraint. */
    void writeConstraint(JsonNode constraint) throws IOException {
        JsonNode attachment = constraint.path("constraintAttachment");
        xml.open("str:ConstraintAttachment");
        String[][] kinds = {
            {"dataStructures", "str:DataStructure"},
            {"dataflows", "str:Dataflow"},
            {"provisionAgreements", "str:ProvisionAgreement"}
        };
        for (String[] kind : kinds) {
            for (JsonNode urn : attachment.path(kind[0])) {
                version.writeReference(xml, kind[1], urn);
            }
        }
        xml.close();
        for (JsonNode region : constraint.path("cubeRegions")) {
            xml.open("str:CubeRegion", "include", region.path("include").asText("true"));
            if (version == MlVersion.V30) {
                names.writeAnnotations(region);
            }
            for (JsonNode key : region.path("keyValues")) {
                writeKey(key);
            }
            xml.close();
        }
    }

    private void writeKey(JsonNode key) throws IOException {
        String prefix = version == MlVersion.V21 ? "com:" : "str:";
        xml.open(prefix + "KeyValue", "id", key.path("id").asText());
        for (JsonNode value : key.path("values")) {
            xml.text(
                    prefix + "Value",
                    value.isTextual() ? value.asText() : value.path("value").asText());
        }
        if (key.has("timeRange")) {
            xml.open(prefix + "TimeRange");
            writePeriod(prefix + "StartPeriod", key.at("/timeRange/startPeriod"));
            writePeriod(prefix + "EndPeriod", key.at("/timeRange/endPeriod"));
            xml.close();
        }
        xml.close();
    }

    private void writePeriod(String element, JsonNode period) throws IOException {
        xml.text(element, period.path("period").asText(), "isInclusive", "true");
    }
}
