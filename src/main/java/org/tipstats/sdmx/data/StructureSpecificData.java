package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes structure-specific data of SDMX-ML 2.1 and 3.0. Each component is an attribute with the name of the
 * component.
 */
final class StructureSpecificData extends DataMessageWriter {

    private final DataMessage message;
    private final MlVersion version;
    private final boolean timeSeries;
    private final XmlOutput xml;
    private final KeySpace space;
    private final List<Dimension> seriesDimensions;
    private final List<ObservationField> attributes;
    private final Optional<ObservationField> measure;

    /**
     * Creates a writer.
     *
     * @param timeSeries whether to use the message for time series, in which time is always the dimension at
     *     observation level
     */
    StructureSpecificData(DataMessage message, MlVersion version, boolean timeSeries, OutputStream out)
            throws IOException {
        super(message);
        this.message = message;
        this.version = version;
        this.timeSeries = timeSeries;
        this.xml = new XmlOutput(out);
        this.space = new KeySpace(message.dataflow().structure());
        this.seriesDimensions = message.seriesDimensions();
        this.attributes = message.attributes();
        this.measure = message.measure();
    }

    @Override
    void begin() throws IOException {
        String own = message.structureUrn() + ":ObsLevelDim:" + message.dimensionAtObservation();
        xml.open(timeSeries ? "mes:StructureSpecificTimeSeriesData" : "mes:StructureSpecificData");
        xml.attribute("xmlns:mes", version.namespace("message"));
        xml.attribute("xmlns:ss", version.namespace("data/structurespecific"));
        xml.attribute("xmlns:com", version.namespace("common"));
        xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.attribute("xmlns:ns1", own);
        MlData.writeHeader(xml, message, version, own);
    }

    @Override
    void beginDataSet(DataSet dataSet) throws IOException {
        xml.open("mes:DataSet", "ss:structureRef", MlData.structureId(message), "xsi:type", "ns1:DataSetType");
        xml.attribute("ss:dataScope", "DataStructure");
        xml.attribute("ss:action", MlData.action(dataSet));
        xml.attribute("ss:validFromDate", MlData.validFrom(dataSet));
        xml.attribute("ss:validToDate", MlData.validTo(dataSet));
    }

    @Override
    void beginSeries(DataSet dataSet, Observation first) throws IOException {
        xml.open("Series");
        for (Dimension dimension : seriesDimensions) {
            xml.attribute(dimension.id(), space.code(first.key(), dimension));
        }
    }

    @Override
    void observation(DataSet dataSet, Observation observation) throws IOException {
        xml.open("Obs");
        if (message.isFlat()) {
            for (Dimension dimension : message.dataflow().structure().dimensions()) {
                xml.attribute(dimension.id(), space.code(observation.key(), dimension));
            }
        } else {
            xml.attribute(
                    message.observationDimension().id(), space.code(observation.key(), message.observationDimension()));
        }
        if (dataSet.action() != DataSet.Action.DELETE) {
            if (measure.isPresent()) {
                xml.attribute(measure.get().id(), MlData.value(observation));
            }
            for (ObservationField attribute : attributes) {
                xml.attribute(attribute.id(), attribute.text(observation));
            }
        }
        xml.close();
    }

    @Override
    void endSeries() throws IOException {
        xml.close();
    }

    @Override
    void endDataSet() throws IOException {
        xml.close();
    }

    @Override
    void end() throws IOException {
        xml.end();
    }
}
