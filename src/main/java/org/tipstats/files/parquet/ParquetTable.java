package org.tipstats.files.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A table to write as Parquet. The table is written as a stream: at any time only one group of rows, of some megabytes,
 * is in memory.
 *
 * @param metadata further entries of the footer of the file, by key
 */
public record ParquetTable<R>(String name, List<ParquetColumn<R>> columns, Map<String, String> metadata) {

    private static final long ROW_GROUP = 16L << 20;

    public ParquetTable {
        columns = List.copyOf(columns);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Writes the whole file and flushes the stream, but leaves the stream open. */
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

    /**
     * A column of a table to write.
     *
     * @param required true if every row has a value
     * @param id the number by which readers know the column even if its name changes; null if the column has no number
     * @param cell returns the value of this column for a row, with the Java type that fits the kind, or null
     */
    public record ParquetColumn<R>(String name, Kind kind, boolean required, Integer id, Function<? super R, ?> cell) {

        /** Makes a column without a number. */
        public ParquetColumn(String name, Kind kind, boolean required, Function<? super R, ?> cell) {
            this(name, kind, required, null, cell);
        }

        public ParquetColumn<R> withId(int number) {
            return new ParquetColumn<>(name, kind, required, number, cell);
        }

        /** The type of the values of a column. */
        public enum Kind {
            /** Texts in UTF-8. The value may be any object; its {@code toString} is written. */
            TEXT,
            /** Whole numbers of 32 bits. */
            INTEGER,
            /** 64-bit floating-point numbers, which hold counts below 2^53 exactly. */
            NUMBER
        }
    }

    /** Compresses pages with the gzip classes of the Java platform. */
    static final class GzipPages implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName name) {
            return this;
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
            throw new UnsupportedOperationException("nothing is read here");
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 12);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 12)) {
                bytes.writeAllTo(gzip);
            }
            return BytesInput.from(packed.toByteArray());
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.GZIP;
        }

        @Override
        public void release() {
            // There are no resources to release.
        }
    }

    /**
     * A file that is sent while it is written. The Parquet library only writes and asks for the current position, so it
     * needs no file on disk.
     */
    record StreamedFile(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Counted(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        /** Counts the bytes written. Closing this stream leaves the underlying stream open. */
        private static final class Counted extends PositionOutputStream {

            private final OutputStream out;
            private long written;

            Counted(OutputStream out) {
                this.out = out;
            }

            @Override
            public long getPos() {
                return written;
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                written++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                written += length;
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        }
    }
}
