package org.tipstats.sdmx.data;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.vocabulary.cube.Observation;

/** What all messages of data in SDMX-ML begin with. */
final class MlData {

    private static final String NO_VALUE = "NaN";

    private MlData() {}

    /** @param namespace of the structure's own schema, or null where a form has none */
    static void writeHeader(XmlOutput xml, DataMessage message, MlVersion version, String namespace)
            throws IOException {
        xml.open("mes:Header");
        version.writeHeader(xml, message.header());
        xml.open("mes:Structure", "structureID", structureId(message), "namespace", namespace);
        xml.attribute("dimensionAtObservation", message.dimensionAtObservation());
        if (version == MlVersion.V30) {
            xml.text("com:Structure", message.structureUrn());
        } else {
            xml.open("com:Structure");
            xml.empty(
                    "Ref",
                    "agencyID",
                    message.dataflow().agency(),
                    "id",
                    structureId(message),
                    "version",
                    message.dataflow().structure().version());
            xml.close();
        }
        xml.close();
        xml.close();
    }

    /** Clients look the data structure up by this name, so it is the structure's own id. */
    static String structureId(DataMessage message) {
        return message.dataflow().structure().id();
    }

    /** A value, or the standard's word for none: clients leave observations out that don't have any. */
    static String value(Observation observation) {
        return observation.value() == null ? NO_VALUE : observation.value().toPlainString();
    }

    static String action(DataSet dataSet) {
        return switch (dataSet.action()) {
            case REPLACE -> "Replace";
            case MERGE -> "Append";
            case DELETE -> "Delete";
        };
    }

    static String validFrom(DataSet dataSet) {
        return dataSet.validFrom() == null ? null : DateTimeFormatter.ISO_INSTANT.format(dataSet.validFrom());
    }

    static String validTo(DataSet dataSet) {
        return dataSet.validTo() == null ? null : DateTimeFormatter.ISO_INSTANT.format(dataSet.validTo());
    }
}
