package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Arranges selected data as a table, with one dimension in rows and one in columns. If the data have several codes of
 * another dimension, the row heads also name these codes.
 */
final class Pivot {

    /**
     * A row of the table.
     *
     * @param key the common key of the row's cells, with position 0 for the column dimension
     * @param cells the observations by column; null for a column without an observation
     */
    record Line(long key, Observation[] cells) {}

    private final KeySpace space;
    private final List<BitSet> usedPositions = new ArrayList<>();
    private final Dimension rows;
    private final Dimension columns;
    private final List<Dimension> furtherRowDimensions;
    private final int[] columnPositions;
    private final int size;
    private final List<Line> lines;

    /** Lays out the selection. Throws status 400 if {@code rows} or {@code cols} does not name a dimension. */
    Pivot(PublicData.QueryResult found, String rowsWish, String columnsWish) {
        DataSelection selection = found.selection();
        this.space = selection.cube().space();
        space.structure().dimensions().forEach(dimension -> usedPositions.add(new BitSet()));
        for (int place : selection.places()) {
            long key = selection.cube().at(place).key();
            for (int d = 0; d < usedPositions.size(); d++) {
                usedPositions.get(d).set(space.position(key, d));
            }
        }
        Dimension across = dimension(ExplorerQuery.COLS, columnsWish).orElse(null);
        this.rows = dimension(ExplorerQuery.ROWS, rowsWish).orElseGet(() -> defaultRows(across));
        this.columns = across != null && across != rows ? across : usualColumns();
        this.furtherRowDimensions = space.structure().dimensions().stream()
                .filter(d -> d != rows
                        && d != columns
                        && usedPositions.get(d.position()).cardinality() > 1)
                .toList();
        this.columnPositions = columnPositions(found.wanted().get(columns.position()));
        this.size = (int) Arrays.stream(selection.places())
                .mapToLong(
                        place -> space.withPosition(selection.cube().at(place).key(), columns.position(), 0))
                .distinct()
                .count();
        this.lines = cells() > ExplorerService.MAX_CELLS ? List.of() : lines(selection);
    }

    private Optional<Dimension> dimension(String parameter, String requested) {
        if (requested == null) {
            return Optional.empty();
        }
        List<String> known =
                space.structure().dimensions().stream().map(Dimension::id).toList();
        return Optional.of(space.structure()
                .dimension(requested)
                .orElseThrow(() -> ProblemException.parameter(
                        parameter,
                        requested,
                        "There is no dimension with this id.",
                        WordSuggestions.near(requested, known))));
    }

    private Dimension defaultRows(Dimension across) {
        Dimension area = space.structure().area();
        return space.structure().dimensions().stream()
                .filter(d -> d != across
                        && !d.isTime()
                        && usedPositions.get(d.position()).cardinality() > 1)
                .min(Comparator.comparing(d -> d.role() != Role.AREA))
                .orElse(across == area ? space.structure().time() : area);
    }

    private Dimension usualColumns() {
        Dimension time = space.structure().time();
        return rows == time ? space.structure().area() : time;
    }

    /**
     * Returns the positions of the columns. Includes selected years without figures between years with figures, so that
     * gaps are visible.
     */
    private int[] columnPositions(BitSet wanted) {
        BitSet positions = (BitSet) usedPositions.get(columns.position()).clone();
        if (columns.isTime()) {
            for (int year = positions.nextSetBit(0); year >= 0 && year < positions.length(); year++) {
                if (wanted == null || wanted.get(year)) {
                    positions.set(year);
                }
            }
        }
        return positions.stream().toArray();
    }

    private List<Line> lines(DataSelection selection) {
        int[] index = new int[columns.size()];
        for (int i = 0; i < columnPositions.length; i++) {
            index[columnPositions[i]] = i;
        }
        Map<Long, Line> found =
                new TreeMap<>(Comparator.comparingInt((Long key) -> space.position(key, rows.position()))
                        .thenComparing(Comparator.naturalOrder()));
        for (int place : selection.places()) {
            Observation observation = selection.cube().at(place);
            long key = space.withPosition(observation.key(), columns.position(), 0);
            Line line = found.computeIfAbsent(key, k -> new Line(k, new Observation[columnPositions.length]));
            line.cells()[index[space.position(observation.key(), columns.position())]] = observation;
        }
        return List.copyOf(found.values());
    }

    /**
     * Returns the rows. If they are sorted by a column, rows without a number come last. Else they are in the order of
     * their codes; areas come after groups, by name.
     *
     * @param requested the code of the column, with a minus sign in front for descending order; null for no sorting. A
     *     code without a column does not sort either
     */
    List<Line> sorted(String requested, PageTexts texts) {
        boolean down = requested != null && requested.startsWith("-");
        int column = requested == null ? -1 : index(down ? requested.substring(1) : requested);
        if (column < 0) {
            return rows.role() == Role.AREA ? byName(texts) : lines;
        }
        Comparator<Line> byValue = Comparator.comparing(line -> line.cells()[column].value());
        List<Line> sorted = new ArrayList<>(lines.stream()
                .filter(line -> LinkedCells.hasValue(line.cells()[column]))
                .sorted(down ? byValue.reversed() : byValue)
                .toList());
        lines.stream()
                .filter(line -> !LinkedCells.hasValue(line.cells()[column]))
                .forEach(sorted::add);
        return sorted;
    }

    private List<Line> byName(PageTexts texts) {
        Comparator<Line> byName = Comparator.comparing(line -> texts.of(rows, row(line)), texts.collator());
        Predicate<Line> isGroup = line -> rows.codes().at(row(line)).isAreaGroup();
        return Stream.concat(
                        lines.stream().filter(isGroup),
                        lines.stream().filter(isGroup.negate()).sorted(byName))
                .toList();
    }

    /** Returns the dimensions whose codes name a row. */
    List<Dimension> rowDimensions() {
        return Stream.concat(Stream.of(rows), furtherRowDimensions.stream()).toList();
    }

    /** Returns the codes that name a row, joined by dots. */
    String id(Line line) {
        return rowDimensions().stream()
                .map(dimension -> space.code(line.key(), dimension))
                .collect(Collectors.joining("."));
    }

    private int row(Line line) {
        return space.position(line.key(), rows.position());
    }

    private int index(String code) {
        for (int i = 0; i < columnPositions.length; i++) {
            if (columns.valueAt(columnPositions[i]).equals(code)) {
                return i;
            }
        }
        return -1;
    }

    KeySpace space() {
        return space;
    }

    Dimension rows() {
        return rows;
    }

    Dimension columns() {
        return columns;
    }

    /** Returns the positions of the columns, ascending. */
    int[] columnPositions() {
        return columnPositions.clone();
    }

    /** Returns the positions of a dimension that occur in the selection. */
    BitSet usedPositions(Dimension dimension) {
        return (BitSet) usedPositions.get(dimension.position()).clone();
    }

    /** Returns the positions of codes that are totals or groups of other codes in the selection. */
    BitSet sums(Dimension dimension) {
        BitSet sums = new BitSet();
        if (!dimension.isTime()) {
            usedPositions.get(dimension.position()).stream()
                    .mapToObj(dimension.codes()::at)
                    .flatMap(code -> dimension.codes().ancestors(code).stream())
                    .forEach(above -> sums.set(above.position()));
        }
        return sums;
    }

    long cells() {
        return (long) size * columnPositions.length;
    }

    int size() {
        return size;
    }
}
