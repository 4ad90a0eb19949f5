package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The figures of a chapter, with a row for each code and a column for each year.
 *
 * @param years the years, ascending
 * @param total the row of the total over all codes; null if the table has no such row
 * @param rows the rows of the other codes that have at least one figure
 */
public record ChapterTable(List<String> years, Row total, List<Row> rows) {

    /**
     * The figures of a code, with one element for each year. The element is null for a year without a figure.
     *
     * @param code the code of the row; in the row of the total, the total's code, or null if the table has no breakdown
     */
    public record Row(Code code, List<Observation> figures) {

        boolean isEmpty() {
            return figures.stream().allMatch(Objects::isNull);
        }

        public BigDecimal value(int year) {
            Observation figure = figures.get(year);
            return figure == null ? null : figure.value();
        }
    }

    /**
     * Makes the table.
     *
     * @param breakdown null for a table that has only the total
     */
    public static ChapterTable of(FlowFigures figures, Code unit, Dimension breakdown, List<String> years) {
        Optional<Code> sum =
                breakdown == null ? Optional.empty() : breakdown.codes().total();
        Row total =
                breakdown == null || sum.isPresent() ? row(figures, unit, breakdown, sum.orElse(null), years) : null;
        List<Row> rows = FlowFigures.parts(breakdown).stream()
                .map(code -> row(figures, unit, breakdown, code, years))
                .filter(row -> !row.isEmpty())
                .toList();
        return new ChapterTable(years, total == null || total.isEmpty() ? null : total, rows);
    }

    private static Row row(FlowFigures figures, Code unit, Dimension breakdown, Code code, List<String> years) {
        Observation[] found = years.stream()
                .map(year -> figures.at(unit, breakdown, code, year))
                .toArray(Observation[]::new);
        return new Row(code, Arrays.asList(found));
    }

    public boolean isEmpty() {
        return total == null && rows.isEmpty();
    }

    /** Returns all rows, the total first. */
    public Stream<Row> all() {
        return Stream.concat(Stream.ofNullable(total), rows.stream());
    }

    /**
     * Returns the index of the year that sentences name and by which rows are ranked; empty if no number is shown.
     * Prefers the {@link RepresentativeYear} of the total. If the total has no shown value in that year, returns the
     * latest year with a value in any row.
     */
    public Optional<Integer> latest() {
        OptionalInt telling = total == null ? OptionalInt.empty() : RepresentativeYear.of(total.figures());
        if (telling.isPresent() && total.value(telling.getAsInt()) != null) {
            return Optional.of(telling.getAsInt());
        }
        return newest(year -> all().anyMatch(row -> row.value(year) != null));
    }

    /**
     * Returns the index of the year for the shares of the parts: the year of {@link #latest}. If no part has a number
     * in that year, returns the latest year in which a part has a number. Empty if no part has a number in any year.
     */
    public Optional<Integer> latestOfParts() {
        return latest().filter(this::hasPart).or(() -> newest(this::hasPart));
    }

    /** Returns the index of the newest year that matches; empty if no year matches. */
    public Optional<Integer> newest(IntPredicate wanted) {
        return IntStream.iterate(years.size() - 1, year -> year >= 0, year -> year - 1)
                .filter(wanted)
                .boxed()
                .findFirst();
    }

    private boolean hasPart(int year) {
        return rows.stream().anyMatch(row -> row.value(year) != null);
    }

    /**
     * Returns a copy with the rows sorted by the values of a year, largest first. Rows without a value come last, in
     * their old order.
     */
    public ChapterTable ranked(int year) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(
                        (Row row) -> row.value(year), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return new ChapterTable(years, total, sorted);
    }

    /** Returns a copy with the first rows only. */
    ChapterTable first(int most) {
        return new ChapterTable(years, total, rows.stream().limit(most).toList());
    }
}
