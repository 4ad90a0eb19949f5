package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All figures of a release and of the earlier ones, each once, and the sums that may hold between them: totals and
 * their parts, groups of areas, rates, and equal totals of linked dataflows.
 */
final class LinkedReleases {

    /**
     * A sum.
     *
     * @param figures their numbers, the whole first
     * @param optional true if the figures decide whether the sum holds: a link between dataflows, or one of two ways to
     *     read a breakdown
     */
    record Sum(int[] figures, boolean optional) {}

    private final List<CubeLayout> layouts;
    private final Map<Figure, Integer> numbers = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private int releases;

    /**
     * Creates an empty collection.
     *
     * @param layouts the layouts of all dataflows; figures refer to them by position
     */
    LinkedReleases(List<CubeLayout> layouts) {
        this.layouts = layouts;
    }

    /** Adds the figures of a release. */
    void add(ReleaseTables release) {
        releases++;
        List<CountTable> tables = release.tables();
        for (int flow = 0; flow < tables.size(); flow++) {
            if (tables.get(flow) != null) {
                addFigures(flow, tables.get(flow));
            }
        }
        for (int flow = 0; flow < tables.size(); flow++) {
            if (tables.get(flow) != null) {
                addSums(flow, tables.get(flow));
                addLinks(flow, tables);
            }
        }
    }

    private void addFigures(int flow, CountTable table) {
        for (long key : table.keys()) {
            number(new Figure(flow, key, table.count(key), false));
            if (table.isRatedApart(key)) {
                number(new Figure(flow, key, table.rated(key), true));
            }
        }
    }

    private int number(Figure figure) {
        return numbers.computeIfAbsent(figure, added -> {
            figures.add(added);
            return figures.size() - 1;
        });
    }

    private void addSums(int flow, CountTable table) {
        List<Line> breakdowns = table.breakdownLines();
        for (Line line : breakdowns) {
            add(flow, table, line);
        }
        addCrossings(flow, table, breakdowns);
        for (Line line : table.groupLines()) {
            add(flow, table, line);
        }
        for (long key : table.keys()) {
            if (table.isRatedApart(key)) {
                int[] sum = IntStream.concat(
                                IntStream.of(number(new Figure(flow, key, table.rated(key), true))),
                                Arrays.stream(table.ratedMembers(key))
                                        .mapToInt(
                                                member -> number(new Figure(flow, member, table.count(member), false))))
                        .toArray();
                addSum(sum);
            }
        }
    }

    private void addCrossings(int flow, CountTable table, List<Line> lines) {
        Map<Long, List<Line>> byTables = new HashMap<>();
        for (Line line : lines) {
            byTables.computeIfAbsent(table.layout().grandTotal(line.whole()), total -> new ArrayList<>())
                    .add(line);
        }
        int mostMasked = Math.max(0, table.layout().dataflow().threshold() - 1);
        for (AreaTables tables : AreaTables.of(table)) {
            Crossing crossing = tables.crossing(
                    byTables.getOrDefault(tables.total(), List.of()),
                    mostMasked,
                    key -> number(new Figure(flow, key, table.count(key), false)));
            if (crossing != null
                    && seen.add(Arrays.stream(crossing.figures())
                            .map(f -> -1 - f)
                            .boxed()
                            .toList())) {
                crossings.add(crossing);
            }
            if (tables.isTree()) {
                addUnreported(flow, table, tables, mostMasked);
            }
        }
    }

    private void addUnreported(int flow, CountTable table, AreaTables tables, int mostMasked) {
        List<Integer> own = new ArrayList<>();
        own.add(Integer.MIN_VALUE);
        for (long key : tables.keys()) {
            own.add(number(new Figure(flow, key, table.count(key), false)));
        }
        if (seen.add(own)) {
            for (Line line : new UnreportedSums(tables, mostMasked).lines()) {
                addSum(IntStream.concat(
                                IntStream.of(numberOf(flow, table, line.whole())),
                                Arrays.stream(line.parts()).mapToInt(part -> numberOf(flow, table, part)))
                        .toArray());
            }
        }
    }

    private int numberOf(int flow, CountTable table, long key) {
        return number(
                table.has(key)
                        ? new Figure(flow, key, table.count(key), false)
                        : Figure.unreported(flow, key, releases));
    }

    private void add(int flow, CountTable table, Line line) {
        int[] sum = new int[line.parts().length + 1];
        sum[0] = number(new Figure(flow, line.whole(), table.count(line.whole()), false));
        for (int i = 0; i < line.parts().length; i++) {
            sum[i + 1] = number(new Figure(flow, line.parts()[i], table.count(line.parts()[i]), false));
        }
        addSum(sum, table.layout().breakdowns().stream().anyMatch(Breakdown::overlaps));
    }

    private void addSum(int[] sum) {
        addSum(sum, false);
    }

    private void addSum(int[] sum, boolean optional) {
        if (sum.length > 1 && seen.add(Arrays.stream(sum).boxed().toList())) {
            sums.add(new Sum(sum, optional));
        }
    }

    private void addLinks(int flow, List<CountTable> tables) {
        String broader = layouts.get(flow).dataflow().disclosure().totalsOf();
        for (int other = 0; broader != null && other < tables.size(); other++) {
            CountTable totals = tables.get(other);
            if (totals != null && layouts.get(other).dataflow().id().equals(broader)) {
                addLinks(flow, tables.get(flow), other, totals);
            }
        }
    }

    private void addLinks(int flow, CountTable table, int other, CountTable totals) {
        SharedTotals shared = new SharedTotals(table.layout(), totals.layout());
        Map<Long, Long> there = new HashMap<>();
        for (long key : table.keys()) {
            shared.inOther(key).ifPresent(found -> there.put(key, found));
        }
        for (long key : table.keys()) {
            Long match = there.get(key);
            if (match != null && totals.has(match)) {
                int whole = number(new Figure(other, match, totals.count(match), false));
                addSum(new int[] {whole, number(new Figure(flow, key, table.count(key), false))}, true);
            }
        }
    }

    List<Figure> figures() {
        return figures;
    }

    List<Crossing> crossings() {
        return crossings;
    }

    List<Sum> sums() {
        return sums;
    }

    /** Returns the number of a figure of an added release. */
    int numberOf(Figure figure) {
        return numbers.get(figure);
    }
}
