package org.tipstats.sdmx.data;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.vocabulary.cube.Observation;

/** Writes the common parts of data messages in SDMX-ML. */
final class MlData {

    private static final String NO_VALUE = "NaN";

    private MlData() {}

    /**
     * Writes the header.
     *
     * @param namespace the namespace of the structure's own schema, or null if the format has none
     */
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

    /** Returns the id of the data structure. Clients look the data structure up by this name. */
    static String structureId(DataMessage message) {
        return message.dataflow().structure().id();
    }

    /** Returns the value, or {@code NaN} if it is missing. Clients drop observations that have no value at all. */
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
