package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lists the crossings of some tables. A crossing has, in each dimension, one column or the total, for example, county
 * by sex. If two crossings can be added up to a common coarser crossing that no table has, the coarser crossing is
 * included as unpublished.
 */
final class Shapes {

    /** The largest number of crossings. A person cannot read a table with more crossings. */
    private static final int MAX_CROSSINGS = 4_096;

    private final List<CrossedDimension> dimensions;
    private final Map<List<Integer>, Boolean> published = new LinkedHashMap<>();

    private Shapes(List<CrossedDimension> dimensions) {
        this.dimensions = dimensions;
    }

    /**
     * A crossing.
     *
     * @param columns the number of the column in each dimension
     * @param published true if a table has the crossing
     */
    record Shape(List<Integer> columns, boolean published) {

        Shape with(int dimension, int column) {
            List<Integer> other = new ArrayList<>(columns);
            other.set(dimension, column);
            return new Shape(other, published);
        }
    }

    /** Returns the crossings of all columns of all dimensions. */
    static List<Shape> all(List<CrossedDimension> dimensions) {
        Shapes shapes = new Shapes(dimensions);
        List<TreeSet<Integer>> columns = new ArrayList<>();
        for (CrossedDimension dimension : dimensions) {
            TreeSet<Integer> all = new TreeSet<>();
            for (int column = 0; column <= dimension.total(); column++) {
                all.add(column);
            }
            columns.add(all);
        }
        shapes.cross(columns);
        return shapes.list();
    }

    /**
     * Returns the crossings of some tables and their common coarser crossings.
     *
     * @param tables for each table, the columns that it crosses; the totals of these columns are included
     * @throws IllegalArgumentException if a column is unknown or there are too many crossings
     */
    static List<Shape> of(List<CrossedDimension> dimensions, List<List<String>> tables) {
        Shapes shapes = new Shapes(dimensions);
        for (List<String> table : tables) {
            shapes.cross(shapes.columns(table));
        }
        shapes.addJoins();
        return shapes.list();
    }

    private List<TreeSet<Integer>> columns(List<String> table) {
        List<TreeSet<Integer>> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.add(new TreeSet<>(List.of(dimension.total()))));
        for (String name : table) {
            boolean known = false;
            for (int i = 0; i < dimensions.size(); i++) {
                int column = dimensions.get(i).column(name);
                if (column >= 0) {
                    columns.get(i).add(column);
                    known = true;
                }
            }
            if (!known) {
                throw new IllegalArgumentException("There is no column " + name + ".");
            }
        }
        return columns;
    }

    private void cross(List<TreeSet<Integer>> columns) {
        List<List<Integer>> crossings = List.of(List.of());
        for (TreeSet<Integer> choices : columns) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> crossing : crossings) {
                for (int column : choices) {
                    List<Integer> more = new ArrayList<>(crossing);
                    more.add(column);
                    longer.add(more);
                }
            }
            if (longer.size() > MAX_CROSSINGS) {
                throw new IllegalArgumentException("There are too many columns; name the tables.");
            }
            crossings = longer;
        }
        crossings.forEach(crossing -> published.put(crossing, true));
    }

    private void addJoins() {
        List<List<Integer>> shapes = new ArrayList<>(published.keySet());
        for (List<Integer> one : shapes) {
            for (List<Integer> other : shapes) {
                Integer[] join = new Integer[dimensions.size()];
                Arrays.setAll(join, i -> dimensions.get(i).join(one.get(i), other.get(i)));
                published.putIfAbsent(List.of(join), false);
            }
        }
    }

    private List<Shape> list() {
        return published.entrySet().stream()
                .map(shape -> new Shape(shape.getKey(), shape.getValue()))
                .toList();
    }
}
