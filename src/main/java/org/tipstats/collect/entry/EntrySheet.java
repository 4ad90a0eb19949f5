package org.tipstats.collect.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.collect.entry.EntryBlock.EntryGroup;
import org.tipstats.collect.entry.EntryBlock.EntryRow;
import org.tipstats.collect.entry.EntryFigures.TypedFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A grid to type figures in: the rows of a block, with a column for each year.
 *
 * @param years the years of the columns
 * @param groups the rows
 */
public record EntrySheet(EntryBlock block, List<String> years, List<SheetGroup> groups) {

    /** Largest number of cells in a grid. To stay within it, a grid with many rows shows fewer years. */
    static final int MAX_CELLS = 10_000;

    /** Rows that differ in one dimension only, see {@link EntryGroup}. */
    public record SheetGroup(List<Code> heads, Dimension dimension, List<SheetRow> rows) {}

    /**
     * A row of a grid.
     *
     * @param number the number of the row in the grid, from 0
     * @param code the code in the dimension of the group; null for the total
     * @param depth the number of broader codes, without the total
     * @param sums for each dimension, the rows that add up to this row
     * @param cells one cell for each year
     */
    public record SheetRow(int number, Code code, int depth, List<RowSum> sums, List<SheetCell> cells) {}

    /**
     * Rows that add up to another row in one dimension.
     *
     * @param rows the numbers of the rows
     */
    public record RowSum(Dimension dimension, List<Integer> rows) {}

    /**
     * A cell of a grid.
     *
     * @param key the key of the figure, see {@link org.tipstats.vocabulary.cube.KeySpace#format}
     * @param held the accepted figure as a number or a status; null if there is none
     * @param typed the typed text; empty if there is none
     * @param comment the typed comment; null if there is none
     * @param count the typed count; if nothing is typed, the accepted count; null if there is none
     * @param sums the values of the row's sums in this year; a sum is null if none of its parts has a figure
     */
    public record SheetCell(
            String key, String year, String held, String typed, String comment, Long count, List<PartsSum> sums) {}

    /**
     * The sum of parts.
     *
     * @param open true if a part has a status other than "not applicable", or a text, instead of a count, so that the
     *     sum may be larger
     */
    public record PartsSum(long value, boolean open) {

        static PartsSum plus(PartsSum one, PartsSum other) {
            return one == null
                    ? other
                    : other == null ? one : new PartsSum(one.value + other.value, one.open || other.open);
        }
    }

    /** Returns the number of rows. */
    public int size() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /**
     * Returns the grid with some of its rows only.
     *
     * @param from the number of the first row
     * @param to the number of the last row, plus 1
     */
    public EntrySheet rows(int from, int to) {
        List<SheetGroup> some = groups.stream()
                .map(group -> new SheetGroup(
                        group.heads(),
                        group.dimension(),
                        group.rows().stream()
                                .filter(row -> row.number() >= from && row.number() < to)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new EntrySheet(block, years, some);
    }

    /**
     * Fills a block.
     *
     * @param years the years that the round asks for, in order
     * @param last the last year to show; null, or a year that is not asked for, for the last of these years
     * @param figures the accepted and the typed figures
     */
    static EntrySheet of(EntryShape shape, EntryBlock block, List<String> years, String last, EntryFigures figures) {
        Set<Long> used = new HashSet<>();
        int time = shape.dataflow().structure().time().position();
        figures.keys().forEach(key -> used.add(shape.space().withPosition(key, time, 0)));
        List<EntryGroup> groups = shape.groups(block, used::contains);
        int rows = groups.stream().mapToInt(group -> group.rows().size()).sum();
        int end = last != null && years.contains(last) ? years.indexOf(last) + 1 : years.size();
        List<String> shown = years.subList(Math.max(0, end - Math.max(1, MAX_CELLS / rows)), end);
        return new EntrySheet(block, List.copyOf(shown), new Filling(shape, shown, figures, groups).groups());
    }

    /** Fills the cells of one grid. */
    private static final class Filling {

        private final EntryShape shape;
        private final List<String> years;
        private final EntryFigures figures;
        private final List<EntryGroup> groups;
        private final Map<Long, EntryRow> byKey = new HashMap<>();
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<String, Map<Long, List<EntryRow>>> parts = new HashMap<>();

        Filling(EntryShape shape, List<String> years, EntryFigures figures, List<EntryGroup> groups) {
            this.shape = shape;
            this.years = years;
            this.figures = figures;
            this.groups = groups;
            groups.forEach(group -> group.rows().forEach(row -> {
                byKey.put(row.key(), row);
                numbers.put(row.key(), numbers.size());
            }));
        }

        List<SheetGroup> groups() {
            return groups.stream()
                    .map(group -> new SheetGroup(
                            group.heads(),
                            group.dimension(),
                            group.rows().stream().map(this::row).toList()))
                    .toList();
        }

        private SheetRow row(EntryRow row) {
            List<RowSum> sums = new ArrayList<>();
            for (Dimension dimension : shape.broken()) {
                List<EntryRow> parts = parts(row, dimension);
                if (!parts.isEmpty()) {
                    sums.add(new RowSum(
                            dimension,
                            parts.stream().map(part -> numbers.get(part.key())).toList()));
                }
            }
            return new SheetRow(
                    numbers.get(row.key()),
                    row.code(),
                    row.depth(),
                    sums,
                    years.stream().map(year -> cell(row, year, sums)).toList());
        }

        /** Returns the rows that add up to a row; empty if the grid lacks one of them. */
        private List<EntryRow> parts(EntryRow row, Dimension dimension) {
            return parts.computeIfAbsent(dimension.id(), none -> new HashMap<>())
                    .computeIfAbsent(row.key(), key -> {
                        List<Long> keys = shape.addsUp(dimension) ? shape.parts(row, dimension) : List.of();
                        return byKey.keySet().containsAll(keys)
                                ? keys.stream().map(byKey::get).toList()
                                : List.of();
                    });
        }

        private SheetCell cell(EntryRow row, String year, List<RowSum> sums) {
            long key = shape.key(row, year);
            List<PartsSum> totals = new ArrayList<>();
            sums.forEach(sum -> totals.add(sum(row, sum.dimension(), year)));
            Observation held = figures.held(key);
            TypedFigure figure = figures.inForce(key);
            return new SheetCell(
                    shape.space().format(key),
                    year,
                    held == null ? null : TypedFigure.of(held).text(),
                    figures.typed(key),
                    figures.comment(key),
                    figure == null ? null : figure.count(),
                    totals);
        }

        /** Adds up the parts of a row. If a part has no figure of its own, adds up the parts of that part instead. */
        private PartsSum sum(EntryRow row, Dimension dimension, String year) {
            PartsSum sum = null;
            for (EntryRow part : parts(row, dimension)) {
                TypedFigure figure = figures.inForce(shape.key(part, year));
                sum = PartsSum.plus(sum, figure == null ? sum(part, dimension, year) : sum(figure));
            }
            return sum;
        }

        private PartsSum sum(TypedFigure figure) {
            return figure.count() != null
                    ? new PartsSum(figure.count(), false)
                    : figures.isNotApplicable(figure) ? new PartsSum(0, false) : new PartsSum(0, true);
        }
    }
}
