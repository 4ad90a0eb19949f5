package org.tipstats.files.message;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.message.JsonDataSets.JsonDataSet;
import org.tipstats.files.message.MessageReader.MessageRows;
import org.tipstats.files.message.MessageReader.MessageRows.MessageRow;

/**
 * Reads the observations of an SDMX-JSON message, flat or in series with their attributes. All other parts of the
 * message have already been read.
 */
final class JsonObservations implements MessageRows {

    private enum Place {
        ROOT,
        DATA_SETS,
        DATA_SET,
        ALL_SERIES,
        SERIES,
        OBSERVATIONS,
        END
    }

    private final JsonCursor cursor;
    private final JsonStructure shape;
    private final List<JsonComponent> observed;
    private final List<JsonDataSet> dataSets;
    private final MessageColumns columns;
    private Place place = Place.ROOT;
    private boolean inData;
    private JsonDataSet dataSet;
    private int dataSetNumber;
    private int seriesNumber;
    private LevelValues series;
    private int seriesLine;
    private int seriesRows;

    JsonObservations(Path file, JsonMessage message, MessageColumns columns) throws IOException {
        this.shape = message.shape();
        this.observed = message.observed();
        this.columns = columns;
        this.dataSets = JsonDataSets.read(file, message, columns);
        this.cursor = new JsonCursor(file);
        cursor.next();
    }

    @Override
    public MessageRow next() {
        while (place != Place.END) {
            MessageRow observation = step();
            if (observation != null) {
                return observation;
            }
        }
        return null;
    }

    private MessageRow step() {
        switch (place) {
            case ROOT -> inRoot();
            case DATA_SETS -> inDataSets();
            case DATA_SET -> inDataSet();
            case ALL_SERIES -> inAllSeries();
            case SERIES -> {
                return inSeries();
            }
            case OBSERVATIONS -> {
                return inObservations();
            }
            default -> throw new IllegalStateException("nothing comes after the end");
        }
        return null;
    }

    /** Reads the next key of the message, or of its object {@code data}. */
    private void inRoot() {
        if (!cursor.nextKey(null)) {
            place = inData ? Place.ROOT : Place.END;
            inData = false;
        } else if (!inData && cursor.key().equals("data") && cursor.token() == JsonToken.START_OBJECT) {
            inData = true;
        } else if (cursor.key().equals(JsonMessage.DATA_SETS) && cursor.token() == JsonToken.START_ARRAY) {
            place = Place.DATA_SETS;
        } else {
            cursor.skip();
        }
    }

    private void inDataSets() {
        if (cursor.next() == JsonToken.END_ARRAY) {
            place = Place.ROOT;
        } else {
            dataSet = dataSets.get(dataSetNumber++);
            seriesNumber = 0;
            place = Place.DATA_SET;
        }
    }

    private void inDataSet() {
        if (!cursor.nextKey(null)) {
            place = Place.DATA_SETS;
        } else if (cursor.key().equals("series") && cursor.isStartOf(JsonToken.START_OBJECT)) {
            place = Place.ALL_SERIES;
        } else if (cursor.key().equals("observations") && cursor.isStartOf(JsonToken.START_OBJECT)) {
            series = null;
            place = Place.OBSERVATIONS;
        } else {
            cursor.skip();
        }
    }

    private void inAllSeries() {
        if (!cursor.nextKey(null)) {
            place = Place.DATA_SET;
            return;
        }
        seriesLine = cursor.keyLine();
        seriesRows = 0;
        series = new LevelValues(columns);
        JsonIndexes.key(cursor.key(), shape.dimensions(JsonStructure.SERIES), dataSet.deletes(), series, seriesLine);
        LevelValues late = dataSet.attributesAfterObservations().get(seriesNumber++);
        if (late != null) {
            series.inherit(late, seriesLine);
        }
        if (cursor.token() != JsonToken.START_OBJECT) {
            throw new MalformedFileException(Reason.UNEXPECTED_PART, seriesLine, cursor.key());
        }
        place = Place.SERIES;
    }

    private MessageRow inSeries() {
        if (!cursor.nextKey(null)) {
            place = Place.ALL_SERIES;
            return seriesRows == 0 ? dataSet.scope().observation(seriesLine, series, null) : null;
        }
        if (cursor.key().equals("observations") && cursor.isStartOf(JsonToken.START_OBJECT)) {
            place = Place.OBSERVATIONS;
        } else if (cursor.key().equals("attributes") && seriesRows == 0 && cursor.isStartOf(JsonToken.START_ARRAY)) {
            JsonIndexes.array(cursor, shape.attributes(JsonStructure.SERIES), 0, series);
        } else {
            cursor.skip();
        }
        return null;
    }

    private MessageRow inObservations() {
        if (!cursor.nextKey(null)) {
            place = series == null ? Place.DATA_SET : Place.SERIES;
            return null;
        }
        int line = cursor.keyLine();
        String key = cursor.key();
        LevelValues own = new LevelValues(columns);
        JsonIndexes.key(key, shape.dimensions(JsonStructure.OBSERVATION), dataSet.deletes(), own, line);
        if (cursor.isStartOf(JsonToken.START_ARRAY)) {
            JsonIndexes.array(cursor, observed, shape.annotations(), own);
        }
        seriesRows++;
        return dataSet.scope().observation(line, own, series);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
