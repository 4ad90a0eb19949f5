package org.tipstats.files.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A table to write as Parquet. Writing streams: only one group of rows, of some megabytes, is in memory at a time.
 *
 * @param name the name of the schema
 * @param columns the columns from left to right
 * @param metadata further entries of the footer, by key
 */
public record ParquetTable<R>(String name, List<ParquetColumn<R>> columns, Map<String, String> metadata) {

    private static final long ROW_GROUP = 16L << 20;

    public ParquetTable {
        columns = List.copyOf(columns);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Writes the whole file and flushes the stream, but leaves it open. */
    public void write(Iterator<? extends R> rows, OutputStream out) throws IOException {
        try (ParquetWriter<R> writer = new Builder<>(this, out)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new GzipPages())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupSize(ROW_GROUP)
                .build()) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
        out.flush();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

        private final ParquetTable<R> table;

        Builder(ParquetTable<R> table, OutputStream out) {
            super(new StreamedFile(out));
            this.table = table;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @SuppressWarnings("deprecation")
        @Override
        protected RowSupport<R> getWriteSupport(org.apache.hadoop.conf.Configuration ignored) {
            return new RowSupport<>(table);
        }

        @Override
        protected RowSupport<R> getWriteSupport(org.apache.parquet.conf.ParquetConfiguration ignored) {
            return new RowSupport<>(table);
        }
    }
}
