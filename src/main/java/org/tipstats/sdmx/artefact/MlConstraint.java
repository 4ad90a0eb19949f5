package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Writes the attachment and the cube regions of a constraint in SDMX-ML. */
final class MlConstraint {

    private final XmlOutput xml;
    private final MlNames names;
    private final MlVersion version;

    MlConstraint(XmlOutput xml, MlNames names, MlVersion version) {
        this.xml = xml;
        this.names = names;
        this.version = version;
    }

    void write(JsonNode constraint) throws IOException {
        JsonNode attachment = constraint.path("constraintAttachment");
        xml.open("str:ConstraintAttachment");
        for (String[] kind : new String[][] {
            {"dataStructures", "str:DataStructure"},
            {"dataflows", "str:Dataflow"},
            {"provisionAgreements", "str:ProvisionAgreement"}
        }) {
            for (JsonNode urn : attachment.path(kind[0])) {
                version.writeReference(xml, kind[1], Urn.of(urn.asText()));
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
