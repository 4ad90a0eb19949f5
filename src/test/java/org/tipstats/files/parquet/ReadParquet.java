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
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new Gunzip())
                    .build();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
                schema = reader.getFileMetaData().getSchema();
                metadata = reader.getFileMetaData().getKeyValueMetaData();
                for (PageReadStore pages = reader.readNextRowGroup();
                        pages != null;
                        pages = reader.readNextRowGroup()) {
                    RecordReader<Group> records = new ColumnIOFactory()
                            .getColumnIO(schema)
                            .getRecordReader(pages, new GroupRecordConverter(schema));
                    for (long i = 0; i < pages.getRowCount(); i++) {
                        rows.add(row(records.read()));
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> row(Group group) {
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
