package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes structure-specific data of SDMX-ML 2.1 and 3.0. Each component is an XML attribute, whose name is the id of
 * the component.
 */
final class StructureSpecificData extends MlData {

    private final Optional<ObservationField> measure;
    private final List<Dimension> observationDimensions;

    StructureSpecificData(DataMessage message, MlVersion version, boolean timeSeries, OutputStream out)
            throws IOException {
        super(message, version, timeSeries, out);
        this.measure = message.measure();
        this.observationDimensions = message.observationDimensions();
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
        writeHeader(own);
    }

    @Override
    void beginDataSet(DataSet dataSet) throws IOException {
        xml.open("mes:DataSet", "ss:structureRef", structureId(), "xsi:type", "ns1:DataSetType");
        xml.attribute("ss:dataScope", "DataStructure");
        xml.attribute("ss:action", action(dataSet));
        xml.attribute("ss:validFromDate", validFrom(dataSet));
        xml.attribute("ss:validToDate", validTo(dataSet));
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
        for (Dimension dimension : observationDimensions) {
            xml.attribute(dimension.id(), space.code(observation.key(), dimension));
        }
        if (dataSet.action() != DataSet.Action.DELETE) {
            if (measure.isPresent()) {
                xml.attribute(measure.get().id(), value(observation));
            }
            for (ObservationField attribute : attributes) {
                xml.attribute(attribute.id(), attribute.text(observation));
            }
        }
        xml.close();
    }
}
