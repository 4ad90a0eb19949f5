package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.PartSum;
import org.tipstats.validate.table.PeriodSums;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reports masked counts that follow from the other figures of the same area and year. There is one finding for each
 * area and year. The finding names the first of these counts and the figures that reveal this count, but not the value.
 * A count that can only be 0 is not reported, because it describes no person.
 */
@Rule.Info(
        id = "masked-value-recoverable",
        severity = Severity.INFORMATION,
        since = "1.2.0",
        hitRate = "victims 373 of 848 area-years (44.0 %)")
public final class MaskedValueRecoverable implements RowRule {

    private static final int MAX_COMPLEMENTS = 3;
    /** To hide a count, at most this many published figures are tried. Each is withheld alone. */
    private static final int MAX_TRIED = 10;
    /** Largest number of figures that a sentence names. */
    private static final int MAX_NAMED = 8;

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return !new Margins(rows.space()).dimensions().isEmpty();
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        Map<Integer, Integer> places = new HashMap<>();
        Margins margins = new Margins(rows.space());
        Dataflow dataflow = findings.settings().dataflow();
        for (Recovered found : PeriodSums.map(rows, sums -> recovered(sums, rows, margins, dataflow))) {
            if (found.cells.length > 0) {
                int cell = found.cells[0];
                found.parameters.put("largest", findings.settings().largestMasked());
                found.parameters.put("more", found.cells.length - 1);
                int place = rows.fromFile(cell) ? cell : place(rows.merged().period(rows.key(cell)), rows, places);
                findings.add(
                        place,
                        rows.key(cell),
                        found.parameters,
                        IntStream.of(found.cells).skip(1));
            }
        }
    }

    /** The masked counts of an area and year that follow from other figures, with an explanation of the first one. */
    private record Recovered(int[] cells, Map<String, Object> parameters) {}

    private static Recovered recovered(PeriodSums sums, RowTable rows, Margins margins, Dataflow dataflow) {
        PeriodSums.Ranges ranges = sums.ranges(Set.of());
        int[] cells = ranges.recoverable();
        return new Recovered(
                cells,
                cells.length == 0
                        ? Map.of()
                        : new Recovery(cells[0], sums, ranges, rows, margins, dataflow).parameters());
    }

    /** Returns the first row of the file for an area and period. */
    private static int place(int period, RowTable rows, Map<Integer, Integer> places) {
        boolean unread = places.isEmpty();
        for (int row = 0; row < rows.fileRows() && unread; row++) {
            if (!rows.withdraws(row)) {
                places.putIfAbsent(rows.merged().period(rows.key(row)), row);
            }
        }
        return places.get(period);
    }

    /**
     * Explains how one masked count follows from other figures, and which figures to withhold to prevent this.
     *
     * @param sums all sums of the area and period
     * @param ranges the ranges that follow from these sums
     */
    private record Recovery(
            int cell, PeriodSums sums, PeriodSums.Ranges ranges, RowTable rows, Margins margins, Dataflow dataflow) {

        Map<String, Object> parameters() {
            Optional<PartSum> alone = sums.givingAway(cell).stream().findFirst();
            List<PartSum> derivation = alone.map(List::of).orElseGet(() -> ranges.derivation(cell));
            PartSum first = derivation.get(0);
            String within = names(cell, first.dimension());
            IntStream figures =
                    derivation.stream().flatMapToInt(PartSum::rows).distinct().filter(row -> !rows.isHidden(row));
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("basis", alone.isPresent() ? "one" : "several");
            parameters.put("dimension", first.dimension().id());
            parameters.put("place", first.dimension().id() + (within.isEmpty() ? "" : " (" + within + ")"));
            parameters.put("code", alone.isPresent() ? code(cell, first) : name(cell));
            parameters.put("figures", list(figures.boxed(), row -> alone.isPresent() ? code(row, first) : name(row)));
            putComplements(derivation, parameters);
            return parameters;
        }

        private void putComplements(List<PartSum> derivation, Map<String, Object> parameters) {
            List<Integer> cheapest = cheapest(derivation, List.of());
            List<Integer> best = cheapest.stream()
                    .limit(MAX_TRIED)
                    .filter(row -> !remains(List.of(row)))
                    .limit(MAX_COMPLEMENTS)
                    .toList();
            String kind = "one";
            if (best.isEmpty()) {
                best = together(cheapest);
                kind = best.isEmpty() ? "none" : remains(best) ? "first" : "all";
            }
            parameters.put("remedy", kind);
            parameters.put("complements", list(best.stream(), this::name));
            parameters.put("choices", best.size());
        }

        /**
         * Returns figures to withhold together: adds the cheapest figure until the count no longer follows, but no more
         * than {@link #MAX_COMPLEMENTS} figures.
         */
        private List<Integer> together(List<Integer> cheapest) {
            List<Integer> withheld = new ArrayList<>();
            List<Integer> next = cheapest;
            while (!next.isEmpty()) {
                withheld.add(next.get(0));
                boolean enough = withheld.size() == MAX_COMPLEMENTS || !remains(withheld);
                next = enough ? List.of() : cheapest(sums.ranges(withheld).derivation(cell), withheld);
            }
            return withheld;
        }

        private boolean remains(List<Integer> withheld) {
            return sums.isRecoverable(cell, withheld);
        }

        /**
         * Returns the published figures of sums, the cheapest to withhold first: figures with more breakdowns, parts
         * before wholes, zeros last, small before large. A total over all breakdowns is never withheld.
         */
        private List<Integer> cheapest(List<PartSum> some, List<Integer> withheld) {
            Set<Integer> wholes = some.stream().map(PartSum::whole).collect(Collectors.toSet());
            return some.stream()
                    .flatMapToInt(PartSum::rows)
                    .distinct()
                    .filter(row -> row != cell && !rows.isHidden(row) && !withheld.contains(row))
                    .filter(row -> !margins.isTotal(rows.key(row)))
                    .boxed()
                    .sorted(Comparator.comparing((Integer row) -> -Long.bitCount(margins.brokenDown(rows.key(row))))
                            .thenComparing(wholes::contains)
                            .thenComparing(row -> rows.low(row) == 0)
                            .thenComparingLong(rows::low)
                            .thenComparingLong(rows::key))
                    .toList();
        }

        private String code(int row, PartSum sum) {
            return rows.space().code(rows.key(row), sum.dimension());
        }

        private String name(int row) {
            String names = names(row, null);
            return names.isEmpty() ? totals(row) : names;
        }

        private String totals(int row) {
            return margins.dimensions().stream()
                    .map(dimension -> dimension.id() + "=" + rows.space().code(rows.key(row), dimension))
                    .collect(Collectors.joining(" "));
        }

        /** Returns the codes of a row other than totals, area, period, and codes that are the same in all files. */
        private String names(int row, Dimension without) {
            Dimension area = rows.space().structure().area();
            return rows.space().structure().dimensions().stream()
                    .filter(dimension -> !dimension.isTime() && !dimension.equals(area) && !dimension.equals(without))
                    .filter(dimension ->
                            dataflow.submission().fixed(dimension.id()).isEmpty())
                    .filter(dimension -> !isTotal(row, dimension))
                    .map(dimension -> dimension.id() + "=" + rows.space().code(rows.key(row), dimension))
                    .collect(Collectors.joining(" "));
        }

        private boolean isTotal(int row, Dimension dimension) {
            int position = rows.space().position(rows.key(row), dimension.position());
            return dimension
                    .codes()
                    .total()
                    .filter(total -> total.position() == position)
                    .isPresent();
        }

        private static String list(Stream<Integer> some, Function<Integer, String> name) {
            List<String> names = some.limit(MAX_NAMED + 1L).map(name).toList();
            boolean tooMany = names.size() > MAX_NAMED;
            return String.join(", ", tooMany ? names.subList(0, MAX_NAMED) : names) + (tooMany ? ", …" : "");
        }
    }
}
