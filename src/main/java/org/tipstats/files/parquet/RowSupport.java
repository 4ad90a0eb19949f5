package org.tipstats.files.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;

/** Passes the cells of rows to the Parquet library. */
final class RowSupport<R> extends WriteSupport<R> {

    /**
     * Largest number of texts kept in encoded form. Codes occur in many rows, so encoding each code once saves time.
     * Texts beyond this number are encoded each time that they occur.
     */
    private static final int MAX_ENCODED_TEXTS = 10_000;

    private final ParquetTable<R> table;
    private final List<ParquetColumn<R>> columns;
    private final Map<String, Binary> known = new HashMap<>();
    private RecordConsumer consumer;

    RowSupport(ParquetTable<R> table) {
        this.table = table;
        this.columns = table.columns();
    }

    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(org.apache.hadoop.conf.Configuration ignored) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration ignored) {
        return context();
    }

    private WriteContext context() {
        Type[] types = columns.stream().map(RowSupport::type).toArray(Type[]::new);
        return new WriteContext(new MessageType(table.name(), types), table.metadata());
    }

    private static Type type(ParquetColumn<?> column) {
        PrimitiveTypeName primitive = switch (column.kind()) {
            case TEXT -> PrimitiveTypeName.BINARY;
            case INTEGER -> PrimitiveTypeName.INT32;
            case NUMBER -> PrimitiveTypeName.DOUBLE;
        };
        Types.PrimitiveBuilder<PrimitiveType> type =
                column.required() ? Types.required(primitive) : Types.optional(primitive);
        if (column.kind() == ParquetColumn.Kind.TEXT) {
            type = type.as(LogicalTypeAnnotation.stringType());
        }
        return (column.id() == null ? type : type.id(column.id())).named(column.name());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        consumer.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            ParquetColumn<R> column = columns.get(i);
            Object cell = column.cell().apply(row);
            if (cell != null) {
                consumer.startField(column.name(), i);
                add(column.kind(), cell);
                consumer.endField(column.name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(ParquetColumn.Kind kind, Object cell) {
        switch (kind) {
            case TEXT -> consumer.addBinary(text(cell.toString()));
            case INTEGER -> consumer.addInteger(((Number) cell).intValue());
            case NUMBER -> consumer.addDouble(((Number) cell).doubleValue());
        }
    }

    private Binary text(String text) {
        Binary binary = known.get(text);
        if (binary == null) {
            binary = Binary.fromString(text);
            if (known.size() < MAX_ENCODED_TEXTS) {
                known.put(text, binary);
            }
        }
        return binary;
    }
}
