package org.tipstats.validate.row;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The rows of a file that was validated without errors, in the order of the file. These rows are stored as the values
 * of the submission. This class reads a file in the same way as the validation, so a row that cannot be read shows a
 * bug in the program.
 */
public final class ValidatedRows implements Iterator<ValidatedRows.ValidatedRow>, Closeable {

    private final RowSource reader;
    private final Layout layout;
    private final RowParser parser;
    private final Statuses statuses;
    private final List<Dimension> dimensions;

    private ValidatedRows(Path file, Dataflow dataflow) throws IOException {
        this.reader = ReceivedTable.of(file, dataflow).open();
        RawRow header = reader.header().orElseThrow();
        this.layout = Layout.of(header, dataflow);
        reader.ignoreColumns(Layout.reportColumns(header.cells()));
        KeySpace space = new KeySpace(dataflow.structure());
        this.parser = new RowParser(layout, dataflow, space, Integer.MAX_VALUE);
        this.statuses = new Statuses(dataflow.structure());
        this.dimensions = dataflow.structure().dimensions();
    }

    /** Opens the rows of a file. The caller must close them. */
    public static ValidatedRows open(Path file, Dataflow dataflow) throws IOException {
        return new ValidatedRows(file, dataflow);
    }

    @Override
    public boolean hasNext() {
        return reader.hasNext();
    }

    @Override
    public ValidatedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow raw = reader.next();
        ParsedRow row = parser.parse(raw.withCells(Arrays.copyOf(raw.cells(), layout.width())));
        if (row.anyFlagged || (row.key < 0 && row.action != Action.DELETE)) {
            throw new IllegalStateException("the file was not validated: line " + raw.line());
        }
        Long value = row.value < 0 || row.action == Action.DELETE ? null : Long.valueOf(row.value);
        String status = row.status == null && row.action != Action.DELETE ? statuses.normal() : row.status;
        return new ValidatedRow(
                raw.line(),
                raw.record(),
                row.action,
                key(row),
                row.key,
                value,
                status,
                confidentiality(row, value),
                attributes(row));
    }

    /**
     * Returns the confidentiality of the row. A suppressed value without one gets the code for values that the provider
     * masked.
     */
    private String confidentiality(ParsedRow row, Long value) {
        boolean masked = value == null && statuses.suppressed().equals(row.status) && row.confidentiality == null;
        return masked ? statuses.providerMasked() : row.confidentiality;
    }

    private String key(ParsedRow row) {
        StringBuilder key = new StringBuilder(48);
        for (Dimension dimension : dimensions) {
            if (dimension.position() > 0) {
                key.append('.');
            }
            int position = row.positions[dimension.position()];
            key.append(position < 0 ? "" : dimension.valueAt(position));
        }
        return key.toString();
    }

    private Map<String, String> attributes(ParsedRow row) {
        Map<String, String> attributes = new HashMap<>();
        for (LayoutColumn column : layout.columns()) {
            Attribute attribute = column.kind() == LayoutColumn.Kind.ATTRIBUTE ? column.attribute() : null;
            boolean further =
                    attribute != null && attribute.role() != Role.STATUS && attribute.role() != Role.CONFIDENTIALITY;
            if (further && row.attributes[column.index()] != null) {
                attributes.put(attribute.id(), row.attributes[column.index()]);
            }
        }
        return attributes;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /**
     * A row of a file that was validated without errors.
     *
     * @param line the physical line on which the row starts
     * @param record the number of the row among the data records, from 1
     * @param key the codes in dimension order joined by dots, as {@code KeySpace.format} writes them; in a row that
     *     withdraws observations, an empty dimension matches every code
     * @param packed the key in the key space of the dataflow's structure; -1 if a dimension is empty
     * @param value the count, or null
     * @param status the status; null only in a row that withdraws observations
     * @param confidentiality a code of CONF_STATUS, or null
     * @param attributes the texts of the other attributes, by id
     */
    public record ValidatedRow(
            int line,
            int record,
            Action action,
            String key,
            long packed,
            Long value,
            String status,
            String confidentiality,
            Map<String, String> attributes) {

        /** Returns whether the row withdraws all observations that its key covers. */
        public boolean isPattern() {
            return packed < 0;
        }

        /** Returns the national figure that the row gives. */
        public Observation observation() {
            BigDecimal count = value == null ? null : BigDecimal.valueOf(value);
            return new Observation(packed, count, status, confidentiality, attributes, null);
        }
    }
}
