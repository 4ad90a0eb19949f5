package org.tipstats.files.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn.Kind;

@Execution(ExecutionMode.CONCURRENT)
class ParquetTableTest {

    private record Row(String code, Integer year, BigDecimal value) {}

    private static final ParquetTable<Row> TABLE = new ParquetTable<>(
            "T",
            List.of(
                    new ParquetColumn<>("CODE", Kind.TEXT, true, Row::code),
                    new ParquetColumn<>("YEAR", Kind.INTEGER, false, Row::year),
                    new ParquetColumn<>("VALUE", Kind.NUMBER, false, Row::value)),
            Map.of("release", "r1"));

    private static byte[] written(List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TABLE.write(rows.iterator(), out);
        return out.toByteArray();
    }

    @Test
    void cellsComeBackWithTheirTypesAndNullsStayAbsent() throws IOException {
        ReadParquet read = new ReadParquet(written(List.of(
                new Row("\u0645\u062B", 2016, new BigDecimal("6.0001")),
                new Row("001", null, null),
                new Row("=1+1", 0, BigDecimal.ZERO))));
        assertEquals(
                List.of(
                        Map.<String, Object>of("CODE", "\u0645\u062B", "YEAR", 2016, "VALUE", 6.0001),
                        Map.<String, Object>of("CODE", "001"),
                        Map.<String, Object>of("CODE", "=1+1", "YEAR", 0, "VALUE", 0.0)),
                read.rows());
        assertEquals(
                "message T {\n  required binary CODE (STRING);\n  optional int32 YEAR;\n  optional double VALUE;\n}\n",
                read.schema().toString());
        assertEquals("r1", read.metadata().get("release"));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        ReadParquet read = new ReadParquet(written(List.of()));
        assertEquals(List.of(), read.rows());
        assertEquals(3, read.schema().getFieldCount());
    }

    @Test
    void equalTablesAreEqualBytes() throws IOException {
        List<Row> rows = IntStream.range(0, 50_000)
                .mapToObj(i -> new Row("C" + i, i, BigDecimal.valueOf(i % 7)))
                .toList();
        assertArrayEquals(written(rows), written(rows));
        assertEquals(50_000, new ReadParquet(written(rows)).rows().size());
    }
}
