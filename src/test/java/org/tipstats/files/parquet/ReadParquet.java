package org.tipstats.files.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads a Parquet file with the library's own reader. */
public final class ReadParquet {

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final MessageType schema;
    private final Map<String, String> metadata;

    public ReadParquet(byte[] bytes) {
        try {
            Path file = Files.createTempFile("read", ".parquet");
            Files.write(file, bytes);
            try (ParquetFileReader reader = open(file)) {
                schema = reader.getFileMetaData().getSchema();
                metadata = reader.getFileMetaData().getKeyValueMetaData();
                each(reader, rows::add);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes each row of a file to a consumer, in the form of {@link #rows}. */
    public static void each(Path file, Consumer<Map<String, Object>> consumer) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            each(reader, consumer);
        }
    }

    private static ParquetFileReader open(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Gunzip())
                .build();
        return ParquetFileReader.open(new LocalInputFile(file), options);
    }

    private static void each(ParquetFileReader reader, Consumer<Map<String, Object>> consumer) throws IOException {
        MessageType schema = reader.getFileMetaData().getSchema();
        for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
            RecordReader<Group> records =
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
            for (long i = 0; i < pages.getRowCount(); i++) {
                consumer.accept(row(records.read(), schema));
            }
        }
    }

    private static Map<String, Object> row(Group group, MessageType schema) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int field = 0; field < schema.getFieldCount(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                String name = schema.getFieldName(field);
                row.put(
                        name,
                        switch (schema.getType(field).asPrimitiveType().getPrimitiveTypeName()) {
                            case INT32 -> group.getInteger(field, 0);
                            case DOUBLE -> group.getDouble(field, 0);
                            default -> group.getString(field, 0);
                        });
            }
        }
        return row;
    }

    /** Returns the rows as texts, integers and doubles by column. Null values are absent. */
    public List<Map<String, Object>> rows() {
        return rows;
    }

    public MessageType schema() {
        return schema;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    private static final class Gunzip
            implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
            return this;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(new GZIPInputStream(bytes.toInputStream()).readAllBytes());
        }

        @Override
        public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {
            // There are no resources to release.
        }
    }
}
