package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/** Writes the parts that all data messages in SDMX-ML have in common. */
abstract class MlData extends DataMessageWriter {

    private static final String NO_VALUE = "NaN";

    final MlVersion version;
    final boolean timeSeries;
    final XmlOutput xml;
    final KeySpace space;
    final List<Dimension> seriesDimensions;
    final List<ObservationField> attributes;

    /**
     * @param timeSeries whether to use the form of the message for time series; in this form, time is always the
     *     dimension at observation level
     */
    MlData(DataMessage message, MlVersion version, boolean timeSeries, OutputStream out) throws IOException {
        super(message);
        this.version = version;
        this.timeSeries = timeSeries;
        this.xml = new XmlOutput(out);
        this.space = new KeySpace(message.dataflow().structure());
        this.seriesDimensions = message.seriesDimensions();
        this.attributes = message.attributes();
    }

    /**
     * Writes the header.
     *
     * @param namespace the namespace of the XML schema of the data structure, or null if the format has no such schema
     */
    final void writeHeader(String namespace) throws IOException {
        xml.open("mes:Header");
        version.writeHeader(xml, message.header());
        xml.open("mes:Structure", "structureID", structureId(), "namespace", namespace);
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
                    structureId(),
                    "version",
                    message.dataflow().structure().version());
            xml.close();
        }
        xml.close();
        xml.close();
    }

    /** Returns the id of the data structure. Clients find the data structure by this id. */
    final String structureId() {
        return message.dataflow().structure().id();
    }

    /**
     * Returns the value of an observation, or {@code NaN} if the value is missing. {@code NaN} is needed because
     * clients ignore observations without a value.
     */
    static String value(Observation observation) {
        return observation.value() == null ? NO_VALUE : observation.value().toPlainString();
    }

    @Override
    final void endSeries() throws IOException {
        xml.close();
    }

    @Override
    final void endDataSet() throws IOException {
        xml.close();
    }

    abstract void begin() throws IOException;

    final void write() throws IOException {
        begin();
        writeDataSets();
        xml.end();
    }
}
