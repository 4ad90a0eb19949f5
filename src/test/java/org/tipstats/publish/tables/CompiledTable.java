package org.tipstats.publish.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.files.parquet.ReadParquet;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/** Compares a table in Parquet with the figures that it must have, cell by cell and in any order of the rows. */
public final class CompiledTable {

    private static final int MAX_EXAMPLES = 5;

    private final Cube expected;
    private final List<ParquetColumn<Observation>> columns;
    private final BitSet found = new BitSet();
    private final List<String> differences = new ArrayList<>();

    private CompiledTable(Cube expected) {
        this.expected = expected;
        this.columns = PublishedColumns.of(expected.space());
    }

    /**
     * Returns examples of rows that are different, missing, too many or there twice; an empty list if there are none.
     *
     * @param place the file of the table, or the folder with its files, not compressed or by gzip
     */
    public static List<String> differences(Path place, Cube expected) throws IOException {
        CompiledTable table = new CompiledTable(expected);
        List<Path> files;
        try (Stream<Path> all = Files.walk(place)) {
            files = all.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            ReadParquet.each(file, table::compare);
        }
        if (table.found.cardinality() != expected.size()) {
            table.add(table.found.cardinality() + " of " + expected.size() + " figures are there");
        }
        return table.differences;
    }

    private void add(String difference) {
        if (differences.size() < MAX_EXAMPLES) {
            differences.add(difference);
        }
    }

    private void compare(Map<String, Object> row) {
        int index = index(key(row));
        if (index < 0) {
            add("not expected: " + row);
        } else if (found.get(index)) {
            add("there twice: " + row);
        } else {
            found.set(index);
            Map<String, Object> wanted = cells(expected.at(index));
            if (!wanted.equals(row)) {
                add("expected " + wanted + " but found " + row);
            }
        }
    }

    private long key(Map<String, Object> row) {
        KeySpace space = expected.space();
        StringJoiner key = new StringJoiner(".");
        for (Dimension dimension : space.structure().dimensions()) {
            key.add(row.get(dimension.id()).toString());
        }
        return space.parse(key.toString()).orElseThrow();
    }

    private int index(long key) {
        int low = 0;
        int high = expected.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = expected.at(middle).key();
            if (there == key) {
                return middle;
            }
            if (there < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private Map<String, Object> cells(Observation observation) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (ParquetColumn<Observation> column : columns) {
            Object cell = column.cell().apply(observation);
            if (cell != null) {
                cells.put(
                        column.name(),
                        switch (column.kind()) {
                            case TEXT -> cell.toString();
                            case INTEGER -> ((Number) cell).intValue();
                            case NUMBER -> ((Number) cell).doubleValue();
                        });
            }
        }
        return cells;
    }
}
