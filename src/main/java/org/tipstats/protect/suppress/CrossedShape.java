package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one crossing (for example, county by sex), numbered consecutively from a first cell. The last dimension
 * varies fastest.
 */
final class CrossedShape {

    private final List<CrossedDimension> dimensions;
    private final Shapes.Shape shape;
    private final int first;
    private final int[] stride;
    private final int size;

    CrossedShape(List<CrossedDimension> dimensions, Shapes.Shape shape, int first) {
        this.dimensions = dimensions;
        this.shape = shape;
        this.first = first;
        this.stride = new int[dimensions.size()];
        int product = 1;
        for (int i = stride.length - 1; i >= 0; i--) {
            stride[i] = product;
            product = Math.multiplyExact(product, dimensions.get(i).codes(column(i)));
        }
        this.size = product;
    }

    int column(int dimension) {
        return shape.columns().get(dimension);
    }

    Shapes.Shape shape() {
        return shape;
    }

    boolean published() {
        return shape.published();
    }

    int first() {
        return first;
    }

    int size() {
        return size;
    }

    int stride(int dimension) {
        return stride[dimension];
    }

    /** Returns true if the crossing has the finest column of every dimension. */
    boolean isFinest() {
        return shape.columns().stream().allMatch(column -> column == 0);
    }

    /** Returns the cell that counts a row with these finest codes. */
    int cell(int[] leaves) {
        int cell = first;
        for (int i = 0; i < stride.length; i++) {
            cell += stride[i] * dimensions.get(i).codeOf(column(i), leaves[i]);
        }
        return cell;
    }

    /** Returns the code of a dimension for the cell at an index in the crossing. */
    int code(int dimension, int place) {
        return place / stride[dimension] % dimensions.get(dimension).codes(column(dimension));
    }

    /** Returns the names of the codes of the cell at an index in the crossing. */
    List<String> labels(int place) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < stride.length; i++) {
            labels.add(dimensions.get(i).label(column(i), code(i, place)));
        }
        return labels;
    }

    /**
     * Adds the lines between crossings. The next finer column splits a code of a cell, and the cell is the sum of the
     * resulting cells. For example, the count of a county is the sum of the counts of its municipalities.
     */
    static final class CrossedLines {

        private final List<CrossedDimension> dimensions;
        private final List<CrossedShape> shapes;
        private final Map<List<Integer>, CrossedShape> byColumns = new HashMap<>();

        CrossedLines(List<CrossedDimension> dimensions, List<CrossedShape> shapes) {
            this.dimensions = dimensions;
            this.shapes = shapes;
            shapes.forEach(shape -> byColumns.put(shape.shape().columns(), shape));
        }

        void addTo(CellSystem.Builder builder) {
            for (CrossedShape whole : shapes) {
                for (int i = 0; i < dimensions.size(); i++) {
                    for (CrossedShape parts : splits(whole, i)) {
                        add(builder, i, whole, parts);
                    }
                }
            }
        }

        /**
         * Returns the crossings that differ from a crossing only by the next finer column in one dimension. If groupings
         * are independent of each other, there may be several such columns.
         */
        private List<CrossedShape> splits(CrossedShape whole, int dimension) {
            CrossedDimension of = dimensions.get(dimension);
            List<CrossedShape> finer = new ArrayList<>();
            for (int column = 0; column < of.total(); column++) {
                CrossedShape parts =
                        byColumns.get(whole.shape().with(dimension, column).columns());
                if (parts != null && of.isFiner(column, whole.column(dimension))) {
                    finer.add(parts);
                }
            }
            return finer.stream()
                    .filter(parts -> finer.stream()
                            .noneMatch(between -> of.isFiner(parts.column(dimension), between.column(dimension))))
                    .toList();
        }

        private void add(CellSystem.Builder builder, int dimension, CrossedShape whole, CrossedShape parts) {
            CrossedDimension of = dimensions.get(dimension);
            int[] image = of.image(parts.column(dimension), whole.column(dimension));
            List<List<Integer>> partsOf = new ArrayList<>();
            for (int i = 0; i < whole.size(); i++) {
                partsOf.add(new ArrayList<>());
            }
            for (int place = 0; place < parts.size(); place++) {
                int inWhole = 0;
                for (int i = 0; i < dimensions.size(); i++) {
                    int code = parts.code(i, place);
                    inWhole += whole.stride(i) * (i == dimension ? image[code] : code);
                }
                partsOf.get(inWhole).add(parts.first() + place);
            }
            for (int i = 0; i < whole.size(); i++) {
                builder.line(
                        whole.first() + i,
                        partsOf.get(i).stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }
}
