package org.tipstats.validate.mapped;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.RowSource;
import org.tipstats.mapping.meaning.MappedKey;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The figures of a mapped file that belong to one dataflow, as rows in the columns of the dataflow. Each row is written
 * as exactly one line of text. The rows are sorted by their keys, so that equal files give tables with equal bytes.
 */
public final class MappedTable {

    /** The line of the first row; the header is above it. */
    public static final int FIRST_LINE = 2;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Dataflow dataflow;
    private final List<Row> rows;
    /** The sorted values of each dimension; the dimensions are in the order of the table. */
    private final List<List<String>> values;

    /** @param places for each dimension, the index of the row's value among all values of the dimension */
    private record Row(MappedObservation observation, int[] places) {

        /**
         * @param inKey for each dimension of the table, its index in the key
         * @param met the values of each dimension in the rows so far, with their indexes
         * @param last the row before, which has mostly the same values; null for the first row
         */
        static Row of(MappedObservation observation, int[] inKey, List<Map<String, Integer>> met, Row last) {
            int[] places = new int[inKey.length];
            for (int i = 0; i < places.length; i++) {
                Map<String, Integer> values = met.get(i);
                String value = observation.key().at(inKey[i]);
                places[i] = last != null && value == last.observation.key().at(inKey[i])
                        ? last.places[i]
                        : values.computeIfAbsent(value, none -> values.size());
            }
            return new Row(observation, places);
        }
    }

    private MappedTable(Dataflow dataflow, List<Row> rows, List<List<String>> values) {
        this.dataflow = dataflow;
        this.rows = rows;
        this.values = values;
    }

    static MappedTable of(List<MappedObservation> observations, Dataflow dataflow) {
        List<Dimension> dimensions = order(dataflow.structure());
        List<Map<String, Integer>> met = new ArrayList<>();
        dimensions.forEach(dimension -> met.add(new HashMap<>()));
        List<Row> rows = new ArrayList<>();
        int[] inKey = null;
        Row last = null;
        for (MappedObservation each : observations) {
            if (each.dataflow().equals(dataflow.id())) {
                inKey = inKey == null ? places(each.key(), dimensions) : inKey;
                last = Row.of(each, inKey, met, last);
                rows.add(last);
            }
        }
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < met.size(); i++) {
            values.add(sort(rows, i, met.get(i), order(dimensions.get(i))));
        }
        rows.sort(Comparator.comparing(Row::places, Arrays::compare));
        return new MappedTable(dataflow, rows, values);
    }

    private static int[] places(MappedKey key, List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::id).mapToInt(key::place).toArray();
    }

    /**
     * Sorts the values of a dimension, and changes the indexes in the rows to match. Before, the indexes follow the
     * order in which the values were first found.
     *
     * @return the values in their order, as the rows write them
     */
    private static List<String> sort(List<Row> rows, int index, Map<String, Integer> met, Comparator<String> order) {
        List<String> sorted = met.keySet().stream().sorted(order).toList();
        int[] places = new int[sorted.size()];
        for (int i = 0; i < places.length; i++) {
            places[met.get(sorted.get(i))] = i;
        }
        rows.forEach(row -> row.places[index] = places[row.places[index]]);
        return sorted.stream().map(MappedTable::onOneLine).toList();
    }

    /** Returns the dimensions with the area and the period first, as people read tables. */
    private static List<Dimension> order(DataStructure structure) {
        List<Dimension> order = new ArrayList<>(List.of(structure.area(), structure.time()));
        structure.dimensions().stream()
                .filter(dimension -> !order.contains(dimension))
                .forEach(order::add);
        return order;
    }

    /**
     * Compares periods by their text, other values by the place in the code list; values that are not codes come last,
     * by their text.
     */
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

    /** @param out receives the rows as SDMX-CSV while they are read; null to write none */
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
        List<Dimension> order = order(structure);
        for (Dimension dimension : structure.dimensions()) {
            int index = order.indexOf(dimension);
            columns.add(CsvColumn.text(dimension.id(), row -> values.get(index).get(row.places[index])));
        }
        columns.add(CsvColumn.number(structure.measure().id(), row -> row.observation.value()));
        structure.attributes().stream()
                .filter(isWritten())
                .map(Attribute::id)
                .forEach(attribute -> columns.add(CsvColumn.text(
                        attribute, row -> onOneLine(row.observation.attributes().getOrDefault(attribute, "")))));
        return columns;
    }

    /**
     * Returns whether an attribute has a column. The status and the confidentiality always have one. Any other
     * attribute has a column only if a row has this attribute, because an empty column would replace accepted texts.
     */
    private Predicate<Attribute> isWritten() {
        Set<String> used = new HashSet<>();
        Map<String, String> last = null;
        for (Row row : rows) {
            // Most rows share their attributes.
            if (row.observation.attributes() != last) {
                last = row.observation.attributes();
                used.addAll(last.keySet());
            }
        }
        return attribute -> !attribute.publishedOnly()
                && (attribute.role() == Role.STATUS
                        || attribute.role() == Role.CONFIDENTIALITY
                        || used.contains(attribute.id()));
    }

    /** Joins the lines of a text, so that each row is written as one line. */
    private static String onOneLine(String text) {
        return mayHaveLines(text) ? LINE_BREAK.matcher(text).replaceAll(" ") : text;
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
