package org.tipstats.validate.mapped;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The figures of a mapped file that belong to one dataflow, as rows in the columns of the dataflow. Each row has one
 * line, and the rows are ordered by their keys, so that equal files give equal bytes.
 */
public final class MappedTable {

    /** The line of the first row; the header is above it. */
    public static final int FIRST_LINE = 2;

    private final Dataflow dataflow;
    private final List<MappedObservation> rows;

    private MappedTable(Dataflow dataflow, List<MappedObservation> rows) {
        this.dataflow = dataflow;
        this.rows = rows;
    }

    static MappedTable of(List<MappedObservation> observations, Dataflow dataflow) {
        Comparator<MappedObservation> order = Comparator.comparing(row -> 0);
        for (Dimension dimension : order(dataflow.structure())) {
            order = order.thenComparing(place(dimension));
        }
        return new MappedTable(
                dataflow,
                observations.stream()
                        .filter(each -> each.dataflow().equals(dataflow.id()))
                        .sorted(order)
                        .toList());
    }

    /** Returns the dimensions with the area and the period first, as people read tables. */
    private static List<Dimension> order(DataStructure structure) {
        List<Dimension> order = new ArrayList<>(List.of(structure.area(), structure.time()));
        structure.dimensions().stream()
                .filter(dimension -> !order.contains(dimension))
                .forEach(order::add);
        return order;
    }

    /** Compares by the place in the code list; values that are no codes come last, by their text. */
    private static Comparator<MappedObservation> place(Dimension dimension) {
        Function<MappedObservation, String> value = row -> value(row, dimension);
        Comparator<MappedObservation> byText = Comparator.comparing(value);
        return dimension.isTime()
                ? byText
                : Comparator.comparingInt((MappedObservation row) -> dimension
                                .codes()
                                .find(value.apply(row))
                                .map(code -> code.position())
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(byText);
    }

    private static String value(MappedObservation row, Dimension dimension) {
        return row.key().getOrDefault(dimension.id(), "");
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public int size() {
        return rows.size();
    }

    /** Returns the cells that a row was made of. The first row has the number 0. */
    public List<String> cells(int row) {
        return rows.get(row).cells();
    }

    /** Writes the rows as SDMX-CSV. The first row is on {@link #FIRST_LINE}. */
    public void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new CsvTable<>(columns()).write(rows.iterator(), CsvStyle.STANDARD, text);
        text.flush();
    }

    private List<CsvColumn<MappedObservation>> columns() {
        DataStructure structure = dataflow.structure();
        String id = dataflow.identification();
        List<CsvColumn<MappedObservation>> columns = new ArrayList<>(List.of(
                CsvColumn.text("STRUCTURE", row -> "dataflow"),
                CsvColumn.text("STRUCTURE_ID", row -> id),
                CsvColumn.text("ACTION", row -> "I")));
        structure.dimensions().forEach(dimension -> columns.add(column(dimension.id(), row -> value(row, dimension))));
        columns.add(column(
                structure.measure().id(),
                row -> row.value() == null ? "" : row.value().toPlainString()));
        structure.attributes().stream()
                .filter(isWritten())
                .map(Attribute::id)
                .forEach(attribute ->
                        columns.add(column(attribute, row -> row.attributes().getOrDefault(attribute, ""))));
        return columns;
    }

    /** Both statuses always have a column; another attribute only where a row has it, so that it replaces none. */
    private Predicate<Attribute> isWritten() {
        Set<String> used = new HashSet<>();
        rows.forEach(row -> used.addAll(row.attributes().keySet()));
        return attribute -> !attribute.publishedOnly()
                && (attribute.role() == Role.STATUS
                        || attribute.role() == Role.CONFIDENTIALITY
                        || used.contains(attribute.id()));
    }

    /** A text of several lines becomes one line, so that each row has one. */
    private static CsvColumn<MappedObservation> column(String id, Function<MappedObservation, String> cell) {
        return CsvColumn.text(id, row -> cell.apply(row).replaceAll("\\R", " "));
    }
}
