package org.tipstats.site.area;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.TellingYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The figures of a chapter: rows of codes, columns of years.
 *
 * @param years ascending
 * @param total the row over all codes; null where there is none
 * @param rows those of which there is anything
 */
public record ChapterTable(List<String> years, Row total, List<Row> rows) {

    /** The figures of a code, one for each year; null where there is none. @param code null for the total */
    public record Row(Code code, List<Observation> figures) {

        boolean isEmpty() {
            return figures.stream().allMatch(Objects::isNull);
        }

        public BigDecimal value(int year) {
            Observation figure = figures.get(year);
            return figure == null ? null : figure.value();
        }
    }

    /** @param breakdown null for the total alone */
    public static ChapterTable of(FlowFigures figures, Code unit, Dimension breakdown, List<String> years) {
        Row total = breakdown == null
                ? row(figures, unit, null, null, years)
                : breakdown
                        .codes()
                        .total()
                        .map(code -> row(figures, unit, breakdown, code, years))
                        .orElse(null);
        List<Row> rows = breakdown == null
                ? List.of()
                : FlowFigures.parts(breakdown).stream()
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

    /** The total first. */
    public Stream<Row> all() {
        return Stream.concat(Stream.ofNullable(total), rows.stream());
    }

    /** The latest year that tells, see {@link TellingYear}, and of which a number is shown; none where there is no number. */
    public Optional<Integer> latest() {
        OptionalInt telling = total == null ? OptionalInt.empty() : TellingYear.of(total.figures());
        if (telling.isPresent() && total.value(telling.getAsInt()) != null) {
            return Optional.of(telling.getAsInt());
        }
        return IntStream.iterate(years.size() - 1, year -> year >= 0, year -> year - 1)
                .filter(year -> all().anyMatch(row -> row.value(year) != null))
                .boxed()
                .findFirst();
    }

    /** The same rows, those with the largest values of a year first; those without a number stay in their order, last. */
    ChapterTable ranked(int year) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(
                        (Row row) -> row.value(year), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return new ChapterTable(years, total, sorted);
    }

    /** Its first rows. */
    ChapterTable first(int most) {
        return new ChapterTable(years, total, rows.stream().limit(most).toList());
    }
}
