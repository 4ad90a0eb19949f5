package org.tipstats.start.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;

/**
 * The cells of one crossing (for example, county by sex), numbered consecutively from a first cell. The last dimension
 * varies fastest.
 *
 * @param of the columns of all dimensions
 * @param columns the column in each dimension
 * @param published true if a table has the crossing
 */
record CrossedShape(CodeColumns of, List<Integer> columns, boolean published, int first) {

    int size() {
        return columns.stream().mapToInt(of::codes).reduce(1, (one, other) -> one * other);
    }

    /** Returns true if the crossing has the finest column of every dimension. */
    boolean isFinest() {
        return IntStream.range(0, columns.size())
                .allMatch(d -> columns.get(d).equals(of.dimensions().get(d).get(0)));
    }

    List<Integer> with(int dimension, int column) {
        List<Integer> other = new ArrayList<>(columns);
        other.set(dimension, column);
        return other;
    }

    /** Returns the cell that has the given code in each dimension. */
    int cell(IntUnaryOperator code) {
        int place = 0;
        for (int d = 0; d < columns.size(); d++) {
            place = place * of.codes(columns.get(d)) + code.applyAsInt(d);
        }
        return first + place;
    }

    /** Returns the code of a cell in each dimension. */
    private int[] codes(int cell) {
        int[] codes = new int[columns.size()];
        int rest = cell - first;
        for (int d = codes.length - 1; d >= 0; d--) {
            codes[d] = rest % of.codes(columns.get(d));
            rest /= of.codes(columns.get(d));
        }
        return codes;
    }

    /** Returns the names of the codes of a cell. */
    List<String> labels(int cell) {
        int[] codes = codes(cell);
        return IntStream.range(0, codes.length)
                .mapToObj(d -> of.label(d, columns.get(d), codes[d]))
                .toList();
    }

    /**
     * Adds a line for each cell of this crossing. A line says that the cell is a sum of cells of {@code parts}, a
     * crossing with a finer column in the given dimension. For example, the count of a county is the sum of the counts
     * of its municipalities.
     */
    void addLines(CellSystem.Builder builder, CrossedShape parts, int dimension) {
        int[] image = of.image(parts.columns.get(dimension), columns.get(dimension));
        int[] whole = new int[parts.size()];
        Arrays.setAll(whole, part -> {
            int[] codes = parts.codes(parts.first + part);
            codes[dimension] = image[codes[dimension]];
            return cell(d -> codes[d]);
        });
        Map<Integer, List<Integer>> partsOf = IntStream.range(0, whole.length)
                .boxed()
                .collect(Collectors.groupingBy(part -> whole[part], TreeMap::new, Collectors.toList()));
        partsOf.forEach((cell, own) -> builder.line(
                cell, own.stream().mapToInt(part -> parts.first + part).toArray()));
    }
}
