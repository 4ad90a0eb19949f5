package org.tipstats.validate.mapped;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.RowSource;
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

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Dataflow dataflow;
    private final List<Row> rows;

    /**
     * A row.
     *
     * @param codes the values of the dimensions, in the order of the table
     * @param places the places of these values among all values of their dimension
     */
    private record Row(MappedObservation observation, String[] codes, int[] places) {

        static Row of(MappedObservation observation, List<Dimension> dimensions) {
            String[] codes = new String[dimensions.size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = observation.key().getOrDefault(dimensions.get(i).id(), "");
            }
            return new Row(observation, codes, new int[codes.length]);
        }
    }

    private MappedTable(Dataflow dataflow, List<Row> rows) {
        this.dataflow = dataflow;
        this.rows = rows;
    }

    static MappedTable of(List<MappedObservation> observations, Dataflow dataflow) {
        List<Dimension> dimensions = order(dataflow.structure());
        List<Row> rows = new ArrayList<>();
        for (MappedObservation each : observations) {
            if (each.dataflow().equals(dataflow.id())) {
                rows.add(Row.of(each, dimensions));
            }
        }
        for (int i = 0; i < dimensions.size(); i++) {
            Map<String, Integer> places = places(rows, i, order(dimensions.get(i)));
            for (Row row : rows) {
                row.places[i] = places.get(row.codes[i]);
            }
        }
        rows.sort(Comparator.comparing(Row::places, Arrays::compare));
        return new MappedTable(dataflow, rows);
    }

    private static Map<String, Integer> indexes(List<Dimension> dimensions) {
        Map<String, Integer> indexes = new HashMap<>();
        dimensions.forEach(dimension -> indexes.put(dimension.id(), indexes.size()));
        return indexes;
    }

    /** Returns the dimensions with the area and the period first, as people read tables. */
    private static List<Dimension> order(DataStructure structure) {
        List<Dimension> order = new ArrayList<>(List.of(structure.area(), structure.time()));
        structure.dimensions().stream()
                .filter(dimension -> !order.contains(dimension))
                .forEach(order::add);
        return order;
    }

    /** Returns the places of the values of a dimension. */
    private static Map<String, Integer> places(List<Row> rows, int dimension, Comparator<String> order) {
        Set<String> values = new HashSet<>();
        rows.forEach(row -> values.add(row.codes[dimension]));
        Map<String, Integer> places = new HashMap<>();
        values.stream().sorted(order).forEach(value -> places.put(value, places.size()));
        return places;
    }

    /** Compares by the place in the code list; values that are no codes come last, by their text. */
    private static Comparator<String> order(Dimension dimension) {
        Comparator<String> byText = Comparator.naturalOrder();
        return dimension.isTime()
                ? byText
                : Comparator.comparingInt((String value) -> dimension
                                .codes()
                                .find(value)
                                .map(code -> code.position())
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(byText);
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public int size() {
        return rows.size();
    }

    /** Returns the cells that a row was made of. The first row has the number 0. */
    public List<String> cells(int row) {
        return rows.get(row).observation.cells();
    }

    /** Writes the rows as SDMX-CSV. The first row is on {@link #FIRST_LINE}. */
    public void write(OutputStream out) throws IOException {
        rows(out).close();
    }

    /** Returns the rows, which are written as SDMX-CSV while they are read. */
    RowSource rows(OutputStream out) throws IOException {
        return new MappedRows<>(new CsvTable<>(columns()), rows, out);
    }

    private List<CsvColumn<Row>> columns() {
        DataStructure structure = dataflow.structure();
        String id = dataflow.identification();
        List<CsvColumn<Row>> columns = new ArrayList<>(List.of(
                CsvColumn.text("STRUCTURE", row -> "dataflow"),
                CsvColumn.text("STRUCTURE_ID", row -> id),
                CsvColumn.text("ACTION", row -> "I")));
        Map<String, Integer> indexes = indexes(order(structure));
        for (Dimension dimension : structure.dimensions()) {
            int index = indexes.get(dimension.id());
            columns.add(column(dimension.id(), row -> row.codes[index]));
        }
        columns.add(CsvColumn.number(structure.measure().id(), row -> row.observation.value()));
        structure.attributes().stream()
                .filter(isWritten())
                .map(Attribute::id)
                .forEach(attribute -> columns.add(
                        column(attribute, row -> row.observation.attributes().getOrDefault(attribute, ""))));
        return columns;
    }

    /** Both statuses always have a column; another attribute only where a row has it, so that it replaces none. */
    private Predicate<Attribute> isWritten() {
        // Most rows share their attributes.
        Set<Map<String, String>> different = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.forEach(row -> different.add(row.observation.attributes()));
        Set<String> used = different.stream()
                .flatMap(attributes -> attributes.keySet().stream())
                .collect(Collectors.toSet());
        return attribute -> !attribute.publishedOnly()
                && (attribute.role() == Role.STATUS
                        || attribute.role() == Role.CONFIDENTIALITY
                        || used.contains(attribute.id()));
    }

    /** A text of several lines becomes one line, so that each row has one. */
    private static CsvColumn<Row> column(String id, Function<Row, String> cell) {
        return CsvColumn.text(id, row -> {
            String text = cell.apply(row);
            return mayHaveLines(text) ? LINE_BREAK.matcher(text).replaceAll(" ") : text;
        });
    }

    private static boolean mayHaveLines(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return true;
            }
        }
        return false;
    }
}
