package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes generic data of SDMX-ML 2.1. In generic data, an XML attribute gives the id of each component, so one XML
 * schema is valid for all data structures.
 */
final class GenericData extends MlData {

    private final boolean values;

    GenericData(DataMessage message, boolean timeSeries, OutputStream out) throws IOException {
        super(message, MlVersion.V21, timeSeries, out);
        this.values = message.content().measure();
    }

    @Override
    void begin() throws IOException {
        xml.open(timeSeries ? "mes:GenericTimeSeriesData" : "mes:GenericData");
        xml.attribute("xmlns:mes", MlVersion.V21.namespace("message"));
        xml.attribute("xmlns:gen", MlVersion.V21.namespace("data/generic"));
        xml.attribute("xmlns:com", MlVersion.V21.namespace("common"));
        writeHeader(null);
    }

    @Override
    void beginDataSet(DataSet dataSet) throws IOException {
        xml.open("mes:DataSet", "structureRef", structureId(), "action", action(dataSet));
        xml.attribute("validFromDate", validFrom(dataSet));
        xml.attribute("validToDate", validTo(dataSet));
    }

    @Override
    void beginSeries(DataSet dataSet, Observation first) throws IOException {
        xml.open("gen:Series").open("gen:SeriesKey");
        for (Dimension dimension : seriesDimensions) {
            xml.empty("gen:Value", "id", dimension.id(), "value", space.code(first.key(), dimension));
        }
        xml.close();
    }

    @Override
    void observation(DataSet dataSet, Observation observation) throws IOException {
        xml.open("gen:Obs");
        if (message.isFlat()) {
            xml.open("gen:ObsKey");
            for (Dimension dimension : message.dataflow().structure().dimensions()) {
                xml.empty("gen:Value", "id", dimension.id(), "value", space.code(observation.key(), dimension));
            }
            xml.close();
        } else {
            xml.empty("gen:ObsDimension", "value", space.code(observation.key(), message.observationDimension()));
        }
        if (dataSet.action() != DataSet.Action.DELETE) {
            writeContent(observation);
        }
        xml.close();
    }

    private void writeContent(Observation observation) throws IOException {
        if (values) {
            xml.empty("gen:ObsValue", "value", value(observation));
        }
        boolean open = false;
        for (ObservationField attribute : attributes) {
            String text = attribute.text(observation);
            if (text != null) {
                if (!open) {
                    xml.open("gen:Attributes");
                    open = true;
                }
                xml.empty("gen:Value", "id", attribute.id(), "value", text);
            }
        }
        if (open) {
            xml.close();
        }
    }
}
