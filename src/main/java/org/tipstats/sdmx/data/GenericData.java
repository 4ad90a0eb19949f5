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

/** Writes generic data of SDMX-ML 2.1. An attribute names each component, so one schema is valid for all structures. */
final class GenericData extends DataMessageWriter {

    private final DataMessage message;
    private final boolean timeSeries;
    private final XmlOutput xml;
    private final KeySpace space;
    private final List<Dimension> seriesDimensions;
    private final List<ObservationField> attributes;
    private final boolean values;

    /**
     * Creates a writer.
     *
     * @param timeSeries whether to use the message for time series, in which time is always the dimension at
     *     observation level
     */
    GenericData(DataMessage message, boolean timeSeries, OutputStream out) throws IOException {
        super(message);
        this.message = message;
        this.timeSeries = timeSeries;
        this.xml = new XmlOutput(out);
        this.space = new KeySpace(message.dataflow().structure());
        this.seriesDimensions = message.seriesDimensions();
        this.attributes = message.attributes();
        this.values = message.content().measure();
    }

    @Override
    void begin() throws IOException {
        xml.open(timeSeries ? "mes:GenericTimeSeriesData" : "mes:GenericData");
        xml.attribute("xmlns:mes", MlVersion.V21.namespace("message"));
        xml.attribute("xmlns:gen", MlVersion.V21.namespace("data/generic"));
        xml.attribute("xmlns:com", MlVersion.V21.namespace("common"));
        MlData.writeHeader(xml, message, MlVersion.V21, null);
    }

    @Override
    void beginDataSet(DataSet dataSet) throws IOException {
        xml.open("mes:DataSet", "structureRef", MlData.structureId(message), "action", MlData.action(dataSet));
        xml.attribute("validFromDate", MlData.validFrom(dataSet));
        xml.attribute("validToDate", MlData.validTo(dataSet));
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
            xml.empty("gen:ObsValue", "value", MlData.value(observation));
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
