package org.tipstats.sdmx.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tipstats.sdmx.artefact.JsonVersion;
import org.tipstats.sdmx.artefact.MlVersion;

/** A format of data messages. Version 1 of the REST interface prefers the formats in this order. */
public enum DataFormat {
    GENERIC21("application/vnd.sdmx.genericdata+xml;version=2.1", "xml"),
    SPECIFIC21("application/vnd.sdmx.structurespecificdata+xml;version=2.1", "xml"),
    GENERIC_TIME_SERIES21("application/vnd.sdmx.generictimeseriesdata+xml;version=2.1", "xml"),
    SPECIFIC_TIME_SERIES21("application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1", "xml"),
    JSON10("application/vnd.sdmx.data+json;version=1.0.0", "json"),
    CSV10("application/vnd.sdmx.data+csv;version=1.0.0", "csv"),
    JSON20("application/vnd.sdmx.data+json;version=2.0.0", "json"),
    JSON21("application/vnd.sdmx.data+json;version=2.1.0", "json"),
    CSV20("application/vnd.sdmx.data+csv;version=2.0.0", "csv"),
    CSV21("application/vnd.sdmx.data+csv;version=2.1.0", "csv"),
    ML30("application/vnd.sdmx.data+xml;version=3.0.0", "xml");

    private final String mediaType;
    private final String extension;

    DataFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the extension of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** Returns whether messages in this format can contain only time series. */
    public boolean isTimeSeriesOnly() {
        return this == GENERIC_TIME_SERIES21 || this == SPECIFIC_TIME_SERIES21;
    }

    public boolean isTable() {
        return extension.equals("csv");
    }

    /** Returns whether one message in this format can contain data of several dataflows. */
    public boolean holdsSeveral() {
        return isTable() || this == JSON20 || this == JSON21;
    }

    /**
     * Writes messages about different dataflows as one message, without holding the message in memory. All messages
     * must have the same header. Leaves the stream open.
     *
     * @param options the options of a table; other formats ignore them
     * @throws IllegalArgumentException if there are several messages, but a message in this format can contain only one
     *     dataflow
     */
    public void write(List<DataMessage> messages, CsvOptions options, OutputStream out) throws IOException {
        if (messages.size() > 1 && !holdsSeveral()) {
            throw new IllegalArgumentException(this + " has room for one dataflow");
        }
        DataMessage first = messages.get(0);
        switch (this) {
            case GENERIC21 -> new GenericData(first, false, out).write();
            case GENERIC_TIME_SERIES21 -> new GenericData(first, true, out).write();
            case SPECIFIC21 -> new StructureSpecificData(first, MlVersion.V21, false, out).write();
            case SPECIFIC_TIME_SERIES21 -> new StructureSpecificData(first, MlVersion.V21, true, out).write();
            case ML30 -> new StructureSpecificData(first, MlVersion.V30, false, out).write();
            case JSON10 -> JsonData.write(messages, JsonVersion.V10, out);
            case JSON20 -> JsonData.write(messages, JsonVersion.V20, out);
            case JSON21 -> JsonData.write(messages, JsonVersion.V21, out);
            case CSV10 -> CsvData.write(messages, CsvData.Version.V10, options, out);
            case CSV20 -> CsvData.write(messages, CsvData.Version.V20, options, out);
            case CSV21 -> CsvData.write(messages, CsvData.Version.V21, options, out);
        }
    }

    /**
     * The options of a table in SDMX-CSV.
     *
     * @param labels whether to show codes, names or both
     * @param keys which keys have additional columns: the keys of series, of observations, of both or of neither
     * @param byteOrderMark whether the file begins with a byte order mark, by which spreadsheets recognise UTF-8
     */
    public record CsvOptions(Labels labels, Keys keys, boolean byteOrderMark) {

        public enum Labels {
            ID,
            NAME,
            BOTH
        }

        public enum Keys {
            NONE,
            OBS,
            SERIES,
            BOTH
        }
    }
}
