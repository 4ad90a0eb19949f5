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
import org.tipstats.protect.disclose.AreaTables.CrossingSums;
import org.tipstats.protect.disclose.DataflowCounts.KeySum;

/**
 * All figures of a release and of the earlier releases, and the sums that may hold between these figures: totals and
 * their parts, groups of areas, rates, and equal totals of linked dataflows. Each figure is included once.
 */
final class LinkedReleases {

    /**
     * A sum: a total and its parts.
     *
     * @param figures the indexes of the figures in the sum; the first figure is the total
     * @param optional true if the sum may be false, because it links two dataflows or because a person may be counted
     *     under several codes
     */
    record Sum(int[] figures, boolean optional) {}

    private final List<CubeLayout> layouts;
    private final Map<ReleaseFigure, Integer> numbers = new LinkedHashMap<>();
    private final List<ReleaseFigure> figures = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<CrossingSums> crossings = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private int releases;

    /**
     * Creates an empty collection.
     *
     * @param layouts the layouts of all dataflows; a figure refers to its dataflow by the index in this list
     */
    LinkedReleases(List<CubeLayout> layouts) {
        this.layouts = layouts;
    }

    /** Adds the figures of a release. */
    void add(ReleaseCounts release) {
        releases++;
        List<DataflowCounts> tables = release.tables();
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

    private void addFigures(int flow, DataflowCounts table) {
        for (long key : table.keys()) {
            number(new ReleaseFigure(flow, key, table.count(key), false));
            if (table.hasPartialRate(key)) {
                number(new ReleaseFigure(flow, key, table.rateNumerator(key), true));
            }
        }
    }

    private int number(ReleaseFigure figure) {
        return numbers.computeIfAbsent(figure, added -> {
            figures.add(added);
            return figures.size() - 1;
        });
    }

    private void addSums(int flow, DataflowCounts table) {
        List<KeySum> breakdowns = table.breakdownLines();
        for (KeySum line : breakdowns) {
            add(flow, table, line);
        }
        addCrossings(flow, table, breakdowns);
        for (KeySum line : table.groupLines()) {
            add(flow, table, line);
        }
        for (long key : table.keys()) {
            if (table.hasPartialRate(key)) {
                int[] sum = IntStream.concat(
                                IntStream.of(number(new ReleaseFigure(flow, key, table.rateNumerator(key), true))),
                                Arrays.stream(table.ratedMembers(key))
                                        .mapToInt(member ->
                                                number(new ReleaseFigure(flow, member, table.count(member), false))))
                        .toArray();
                addSum(sum);
            }
        }
    }

    private void addCrossings(int flow, DataflowCounts table, List<KeySum> lines) {
        Map<Long, List<KeySum>> byTables = new HashMap<>();
        for (KeySum line : lines) {
            byTables.computeIfAbsent(table.layout().grandTotal(line.whole()), total -> new ArrayList<>())
                    .add(line);
        }
        int mostMasked = Math.max(0, table.layout().dataflow().threshold() - 1);
        for (AreaTables tables : AreaTables.of(table)) {
            CrossingSums crossing = tables.crossing(
                    byTables.getOrDefault(tables.total(), List.of()),
                    mostMasked,
                    key -> number(new ReleaseFigure(flow, key, table.count(key), false)));
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

    private void addUnreported(int flow, DataflowCounts table, AreaTables tables, int mostMasked) {
        List<Integer> own = new ArrayList<>();
        own.add(Integer.MIN_VALUE);
        for (long key : tables.keys()) {
            own.add(number(new ReleaseFigure(flow, key, table.count(key), false)));
        }
        if (seen.add(own)) {
            for (KeySum line : new UnreportedSums(tables, mostMasked).lines()) {
                addSum(IntStream.concat(
                                IntStream.of(numberOf(flow, table, line.whole())),
                                Arrays.stream(line.parts()).mapToInt(part -> numberOf(flow, table, part)))
                        .toArray());
            }
        }
    }

    private int numberOf(int flow, DataflowCounts table, long key) {
        return number(
                table.has(key)
                        ? new ReleaseFigure(flow, key, table.count(key), false)
                        : ReleaseFigure.unreported(flow, key, releases));
    }

    private void add(int flow, DataflowCounts table, KeySum line) {
        int[] sum = new int[line.parts().length + 1];
        sum[0] = number(new ReleaseFigure(flow, line.whole(), table.count(line.whole()), false));
        for (int i = 0; i < line.parts().length; i++) {
            sum[i + 1] = number(new ReleaseFigure(flow, line.parts()[i], table.count(line.parts()[i]), false));
        }
        addSum(sum, table.layout().breakdowns().stream().anyMatch(BreakdownDimension::overlaps));
    }

    private void addSum(int[] sum) {
        addSum(sum, false);
    }

    private void addSum(int[] sum, boolean optional) {
        if (sum.length > 1 && seen.add(Arrays.stream(sum).boxed().toList())) {
            sums.add(new Sum(sum, optional));
        }
    }

    private void addLinks(int flow, List<DataflowCounts> tables) {
        String broader = layouts.get(flow).dataflow().disclosure().totalsOf();
        for (int other = 0; broader != null && other < tables.size(); other++) {
            DataflowCounts totals = tables.get(other);
            if (totals != null && layouts.get(other).dataflow().id().equals(broader)) {
                addLinks(flow, tables.get(flow), other, totals);
            }
        }
    }

    private void addLinks(int flow, DataflowCounts table, int other, DataflowCounts totals) {
        SharedTotals shared = new SharedTotals(table.layout(), totals.layout());
        Map<Long, Long> there = new HashMap<>();
        for (long key : table.keys()) {
            shared.inOther(key).ifPresent(found -> there.put(key, found));
        }
        for (long key : table.keys()) {
            Long match = there.get(key);
            if (match != null && totals.has(match)) {
                int whole = number(new ReleaseFigure(other, match, totals.count(match), false));
                addSum(new int[] {whole, number(new ReleaseFigure(flow, key, table.count(key), false))}, true);
            }
        }
    }

    List<ReleaseFigure> figures() {
        return figures;
    }

    List<CrossingSums> crossings() {
        return crossings;
    }

    List<Sum> sums() {
        return sums;
    }

    /** Returns the index of a figure. One of the added releases must have the figure. */
    int numberOf(ReleaseFigure figure) {
        return numbers.get(figure);
    }
}
