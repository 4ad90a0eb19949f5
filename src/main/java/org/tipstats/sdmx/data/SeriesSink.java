package org.tipstats.sdmx.data;

import java.io.IOException;
import java.util.Iterator;
import org.tipstats.vocabulary.cube.Observation;

/** A form of messages that is written piece by piece. */
abstract class SeriesSink {

    private final DataMessage message;

    SeriesSink(DataMessage message) {
        this.message = message;
    }

    abstract void begin() throws IOException;

    abstract void beginDataSet(DataSet dataSet) throws IOException;

    /** A series begins. @param first one of its observations */
    abstract void beginSeries(DataSet dataSet, Observation first) throws IOException;

    /** An observation: of the series that was begun last, or of none. */
    abstract void observation(DataSet dataSet, Observation observation) throws IOException;

    abstract void endSeries() throws IOException;

    abstract void endDataSet() throws IOException;

    abstract void end() throws IOException;

    final void write() throws IOException {
        begin();
        writeDataSets();
        end();
    }

    /** The data sets alone, between a beginning and an end that several messages share. */
    final void writeDataSets() throws IOException {
        for (DataSet dataSet : message.dataSets()) {
            beginDataSet(dataSet);
            if (message.isFlat()) {
                for (int i = 0; i < dataSet.places().length; i++) {
                    observation(dataSet, dataSet.at(i));
                }
            } else {
                writeSeries(dataSet);
            }
            endDataSet();
        }
    }

    private void writeSeries(DataSet dataSet) throws IOException {
        SeriesOrder order = new SeriesOrder(dataSet.cube(), message.dimension());
        int[] grouped = order.grouped(dataSet.places());
        for (Iterator<SeriesOrder.Run> runs = order.runs(grouped); runs.hasNext(); ) {
            SeriesOrder.Run run = runs.next();
            beginSeries(dataSet, dataSet.cube().at(grouped[run.from()]));
            if (message.content().observations()) {
                for (int i = run.from(); i < run.to(); i++) {
                    observation(dataSet, dataSet.cube().at(grouped[i]));
                }
            }
            endSeries();
        }
    }
}
