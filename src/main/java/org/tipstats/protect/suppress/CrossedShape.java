package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.List;

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
}
