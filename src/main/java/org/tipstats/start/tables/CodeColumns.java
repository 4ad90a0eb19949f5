package org.tipstats.start.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of counted rows. If one column determines another column (for example, the municipality determines the
 * county), the second column groups the codes of the first column. One more column, after the columns of the rows, has
 * only the code {@code Total}: it groups the codes of all columns.
 *
 * <p>A column that no other column determines starts a dimension. The columns of a dimension are in this order: the
 * column with the finest codes, the columns that group these codes, and the column of the total. Groupings may be
 * nested or independent of each other.
 */
public final class CodeColumns {

    /**
     * The largest number of crossings of one table. A table with more crossings is refused, because a person cannot
     * read them.
     */
    private static final int MAX_CROSSINGS = 4_096;

    public static final String TOTAL = "Total";

    private final List<String> names;
    private final List<List<String>> codes = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final int[][][] images;
    private final List<List<Integer>> dimensions = new ArrayList<>();

    CodeColumns(List<String> names, List<CrossedTables.Row> counted) {
        this.names = names;
        for (int column = 0; column < total(); column++) {
            int place = column;
            codes.add(counted.stream()
                    .map(row -> row.codes().get(place))
                    .distinct()
                    .sorted()
                    .toList());
        }
        codes.add(List.of(TOTAL));
        for (CrossedTables.Row row : counted) {
            int[] numbers = new int[codes.size()];
            Arrays.setAll(
                    numbers,
                    column -> column == total() ? 0 : number(column, row.codes().get(column)));
            rows.add(numbers);
        }
        this.images = new int[codes.size()][codes.size()][];
        for (int fine = 0; fine <= total(); fine++) {
            for (int coarse = 0; coarse <= total(); coarse++) {
                images[fine][coarse] = findImage(fine, coarse);
            }
        }
        addDimensions();
    }

    /** Returns the number of a code, or a negative number if the column does not have the code. */
    private int number(int column, String code) {
        return Collections.binarySearch(codes.get(column), code);
    }

    /**
     * Returns, for each code of {@code fine}, the only code of {@code coarse} in the same rows. Returns null if a code
     * of {@code fine} occurs with several codes of {@code coarse}.
     */
    private int[] findImage(int fine, int coarse) {
        int[] image = new int[codes.get(fine).size()];
        Arrays.fill(image, -1);
        for (int[] row : rows) {
            if (image[row[fine]] >= 0 && image[row[fine]] != row[coarse]) {
                return null;
            }
            image[row[fine]] = row[coarse];
        }
        return image;
    }

    /**
     * Makes the dimensions. Each finest column starts a dimension. Any other column belongs to the dimension of the
     * first finest column that determines it.
     */
    private void addDimensions() {
        Set<Integer> taken = new HashSet<>();
        for (int column = 0; column < total(); column++) {
            int finest = column;
            if (IntStream.range(0, total()).noneMatch(other -> isFiner(other, finest))) {
                List<Integer> dimension = new ArrayList<>(List.of(finest));
                IntStream.range(0, total())
                        .filter(coarse -> isFiner(finest, coarse) && taken.add(coarse))
                        .forEach(dimension::add);
                dimension.add(total());
                dimensions.add(dimension);
            }
        }
    }

    private int total() {
        return names.size();
    }

    List<List<Integer>> dimensions() {
        return dimensions;
    }

    String name(int column) {
        return names.get(column);
    }

    private int column(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("There is no column " + name + ".");
        }
        return names.indexOf(name);
    }

    int codes(int column) {
        return codes.get(column).size();
    }

    List<int[]> rows() {
        return rows;
    }

    /**
     * Returns the name of a code. If another column of the dimension has a code with the same name, puts the name of
     * the column before the name of the code, except for the total.
     */
    String label(int dimension, int column, int code) {
        String name = codes.get(column).get(code);
        boolean isUsedTwice =
                dimensions.get(dimension).stream().anyMatch(other -> other != column && number(other, name) >= 0);
        return isUsedTwice && column != total() ? names.get(column) + ":" + name : name;
    }

    /**
     * Returns whether each code of {@code fine} occurs with only one code of {@code coarse}. If this is true in both
     * directions, the column with the lower number is the finer column.
     */
    boolean isFiner(int fine, int coarse) {
        return fine != coarse && images[fine][coarse] != null && (fine < coarse || images[coarse][fine] == null);
    }

    /** Returns, for each code of {@code fine}, the code of {@code coarse} to which it belongs. */
    int[] image(int fine, int coarse) {
        return images[fine][coarse];
    }

    /**
     * Returns the finest column whose codes contain the codes of both columns: one of the two, another column, or the
     * total.
     */
    private int join(int dimension, int one, int other) {
        List<Integer> covers = dimensions.get(dimension).stream()
                .filter(column -> covers(column, one) && covers(column, other))
                .toList();
        return covers.stream()
                .filter(column -> covers.stream().noneMatch(finer -> isFiner(finer, column)))
                .findFirst()
                .orElseThrow();
    }

    private boolean covers(int coarse, int fine) {
        return coarse == fine || isFiner(fine, coarse);
    }

    /** Returns the crossings of all columns of all dimensions; see {@link #crossings(List)}. */
    Map<List<Integer>, Boolean> crossings() {
        return published(Stream.of(dimensions));
    }

    /**
     * Returns the crossings of some tables.
     *
     * @param tables for each table and each dimension, the columns that the table crosses
     * @return the crossings as keys; each value is true, because a table has the crossing
     */
    private static Map<List<Integer>, Boolean> published(Stream<List<List<Integer>>> tables) {
        Map<List<Integer>, Boolean> crossings = new LinkedHashMap<>();
        tables.forEach(table -> cross(table).forEach(crossing -> crossings.put(crossing, true)));
        return crossings;
    }

    /**
     * Returns the crossings of some tables. A crossing has, in each dimension, one column or the total, for example,
     * county by sex. If two crossings can be added up to a common coarser crossing that no table has, the coarser
     * crossing is included, too.
     *
     * @param tables for each table, the columns that it crosses; the totals of these columns are included
     * @return the column in each dimension, and true if a table has the crossing
     * @throws IllegalArgumentException if a column is unknown or a table has too many crossings
     */
    Map<List<Integer>, Boolean> crossings(List<List<String>> tables) {
        Map<List<Integer>, Boolean> crossings = published(tables.stream().map(this::columnsOf));
        List<List<Integer>> published = List.copyOf(crossings.keySet());
        for (List<Integer> one : published) {
            for (List<Integer> other : published) {
                crossings.putIfAbsent(join(one, other), false);
            }
        }
        return crossings;
    }

    private List<List<Integer>> columnsOf(List<String> table) {
        Set<Integer> named = table.stream().map(this::column).collect(Collectors.toSet());
        named.add(total());
        return dimensions.stream()
                .map(dimension -> dimension.stream().filter(named::contains).toList())
                .toList();
    }

    private static List<List<Integer>> cross(List<List<Integer>> choices) {
        List<List<Integer>> crossings = List.of(List.of());
        for (List<Integer> columns : choices) {
            crossings = crossings.stream()
                    .flatMap(crossing -> columns.stream()
                            .map(column -> Stream.concat(crossing.stream(), Stream.of(column))
                                    .toList()))
                    .toList();
            if (crossings.size() > MAX_CROSSINGS) {
                throw new IllegalArgumentException("There are too many columns; name the tables.");
            }
        }
        return crossings;
    }

    private List<Integer> join(List<Integer> one, List<Integer> other) {
        return IntStream.range(0, one.size())
                .mapToObj(d -> join(d, one.get(d), other.get(d)))
                .toList();
    }
}
