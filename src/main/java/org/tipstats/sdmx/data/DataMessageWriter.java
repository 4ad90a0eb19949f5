package org.tipstats.sdmx.data;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.vocabulary.cube.Observation;

/** A writer of data messages. Its methods receive the parts of a message in the order in which they are written. */
abstract class DataMessageWriter {

    final DataMessage message;

    DataMessageWriter(DataMessage message) {
        this.message = message;
    }

    void beginDataSet(DataSet dataSet) throws IOException {}

    /**
     * Begins a series.
     *
     * @param first one of the observations of the series
     */
    abstract void beginSeries(DataSet dataSet, Observation first) throws IOException;

    /** Writes an observation of the current series, or of the data set if the message is flat. */
    abstract void observation(DataSet dataSet, Observation observation) throws IOException;

    void endSeries() throws IOException {}

    void endDataSet() throws IOException {}

    /** Writes only the data sets, because the messages of several dataflows can share one beginning and one end. */
    final void writeDataSets() throws IOException {
        for (DataSet dataSet : message.dataSets()) {
            beginDataSet(dataSet);
            if (isFlat()) {
                for (int i = 0; i < dataSet.indexes().length; i++) {
                    observation(dataSet, dataSet.at(i));
                }
            } else {
                writeSeries(dataSet);
            }
            endDataSet();
        }
    }

    /** Returns whether the observations are written one after the other, in the order of the data set. */
    boolean isFlat() {
        return message.isFlat();
    }

    private void writeSeries(DataSet dataSet) throws IOException {
        SeriesOrder order = new SeriesOrder(dataSet.cube(), message.observationDimension());
        int[] grouped = order.grouped(dataSet.indexes());
        for (int from = 0, to; from < grouped.length; from = to) {
            to = order.endOfSeries(grouped, from);
            beginSeries(dataSet, dataSet.cube().at(grouped[from]));
            if (message.content().observations()) {
                for (int i = from; i < to; i++) {
                    observation(dataSet, dataSet.cube().at(grouped[i]));
                }
            }
            endSeries();
        }
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
