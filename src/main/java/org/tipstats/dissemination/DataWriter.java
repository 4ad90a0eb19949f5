package org.tipstats.dissemination;

import java.io.IOException;
import java.io.OutputStream;

/** Writes observations in one format. */
interface DataWriter {

    /** Writes the reply and flushes; leaves the stream open. */
    void write(DataSelection selection, OutputStream out) throws IOException;

    static DataWriter of(DataRequest request) {
        return switch (request.format()) {
            case JSON -> new JsonDataWriter(request);
            case CSV, PLAIN_CSV -> new CsvDataWriter(request);
        };
    }
}
