package org.tipstats.spark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.publish.tables.PublishedColumns;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Converts rows with the columns of {@link PublishedColumns} to observations, and back. Errors name the key of a row, never
 * its count, because logs of a cluster have more readers than the figures.
 */
final class FigureRows {

    private final KeySpace space;
    private final List<Dimension> dimensions;
    private final List<Attribute> reported;
    private final String normal;
    private final List<ParquetColumn<Observation>> columns;

    FigureRows(DataStructure structure) {
        this.space = new KeySpace(structure);
        this.dimensions = structure.dimensions();
        this.reported = structure.attributes().stream()
                .filter(attribute -> !attribute.publishedOnly())
                .toList();
        this.normal = new Statuses(structure).normal();
        this.columns = PublishedColumns.of(space);
    }

    /** Reads rows with the columns of reported figures. */
    Cube cube(Iterator<Row> rows) {
        List<Observation> observations = new ArrayList<>();
        rows.forEachRemaining(row -> observations.add(observation(row)));
        return Cube.of(space, observations);
    }

    private Observation observation(Row row) {
        String status = normal;
        String confidentiality = null;
        Map<String, String> others = new HashMap<>();
        int column = dimensions.size() + 1;
        for (Attribute attribute : reported) {
            String text = row.getString(column++);
            if (text == null || text.isBlank()) {
                continue;
            }
            switch (attribute.role()) {
                case STATUS -> status = text;
                case CONFIDENTIALITY -> confidentiality = text;
                default -> others.put(attribute.id(), text);
            }
        }
        return new Observation(key(row), value(row, dimensions.size()), status, confidentiality, others, null);
    }

    private long key(Row row) {
        int[] positions = new int[dimensions.size()];
        for (Dimension dimension : dimensions) {
            int place = dimension.position();
            if (row.isNullAt(place)) {
                throw new IllegalArgumentException(dimension.id() + " is missing, in the row " + codes(row));
            }
            positions[place] = dimension.positionOf(row.get(place).toString());
            if (positions[place] < 0) {
                throw new IllegalArgumentException(
                        dimension.id() + " cannot be " + row.get(place) + ", in the row " + codes(row));
            }
        }
        return space.pack(positions);
    }

    private String codes(Row row) {
        return dimensions.stream()
                .map(dimension -> dimension.id() + "=" + row.get(dimension.position()))
                .collect(Collectors.joining(", "));
    }

    private BigDecimal value(Row row, int column) {
        if (row.isNullAt(column)) {
            return null;
        }
        long count = (long) row.getDouble(column);
        if (count != row.getDouble(column)) {
            throw new IllegalArgumentException("an accepted figure is a whole number, unlike in the row " + codes(row));
        }
        return BigDecimal.valueOf(count);
    }

    /** Writes a row with the columns of all components. */
    Row row(Observation observation) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            ParquetColumn<Observation> column = columns.get(i);
            Object cell = column.cell().apply(observation);
            cells[i] = cell == null
                    ? null
                    : switch (column.kind()) {
                        case TEXT -> cell.toString();
                        case INTEGER -> ((Number) cell).intValue();
                        case NUMBER -> ((Number) cell).doubleValue();
                    };
        }
        return RowFactory.create(cells);
    }
}
