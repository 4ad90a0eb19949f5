package org.tipstats.disseminate.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.disseminate.format.ParquetDataWriter.PartitionedDataWriter;

/** Writes observations in one format. */
public interface DataWriter {

    /** Writes the whole selection and flushes the stream, but does not close it. */
    void write(DataSelection selection, OutputStream out) throws IOException;

    /** Returns the complete file. */
    default byte[] bytes(DataSelection selection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        Uncheck.run(() -> write(selection, out));
        return out.toByteArray();
    }

    static DataWriter of(Format format, DataStyle style) {
        return switch (format) {
            case JSON -> new JsonDataWriter(style);
            case CSV -> new CsvDataWriter(style, true);
            case PLAIN_CSV -> new CsvDataWriter(style, false);
            case JSON_STAT -> new JsonStatDataWriter(style);
            case XLSX -> new WorkbookDataWriter(style);
            case PARQUET -> new ParquetDataWriter(style);
            case PARQUET_BY_YEAR -> new PartitionedDataWriter(new ParquetDataWriter(style));
        };
    }
}
