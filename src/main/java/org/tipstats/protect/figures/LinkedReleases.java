package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.figures.AreaTables.CrossingSums;
import org.tipstats.protect.figures.DataflowCounts.KeySum;

/**
 * All figures of a release and of the earlier releases, and the sums that may hold between these figures: totals and
 * their parts, groups of areas, rates, and equal totals of linked dataflows. Each figure is included once.
 */
public final class LinkedReleases {

    /**
     * A sum: a total and its parts.
     *
     * @param figures the indexes of the figures in the sum; the first figure is the total
     * @param optional true if the sum may be false, because it links two dataflows or because a person may be counted
     *     under several codes
     */
    public record Sum(int[] figures, boolean optional) {}

    private final List<CubeLayout> layouts;
    private final Map<ReleaseFigure, Integer> numbers = new LinkedHashMap<>();
    private final List<ReleaseFigure> figures = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<CrossingSums> crossings = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private int releases;

    /** @param layouts the layouts of all dataflows; a figure refers to its dataflow by the index in this list */
    public LinkedReleases(List<CubeLayout> layouts, ReleaseCounts now, List<ReleaseCounts> earlier) {
        this.layouts = layouts;
        add(now);
        earlier.forEach(this::add);
    }

    private void add(ReleaseCounts release) {
        releases++;
        List<DataflowCounts> tables = release.tables();
        for (int flow = 0; flow < tables.size(); flow++) {
            release.figures(flow).forEach(this::number);
        }
        for (int flow = 0; flow < tables.size(); flow++) {
            addSums(flow, tables.get(flow));
            addLinks(flow, tables);
        }
    }

    private int number(ReleaseFigure figure) {
        return numbers.computeIfAbsent(figure, added -> {
            figures.add(added);
            return figures.size() - 1;
        });
    }

    private int number(int flow, DataflowCounts table, long key) {
        return number(
                table.has(key)
                        ? new ReleaseFigure(flow, key, table.count(key), false)
                        : ReleaseFigure.unreported(flow, key, releases));
    }

    private void addSums(int flow, DataflowCounts table) {
        boolean optional = table.layout().overlaps();
        List<KeySum> breakdowns = table.breakdownLines();
        breakdowns.forEach(line -> addSum(optional, figures(flow, table, line)));
        addCrossings(flow, table, breakdowns);
        table.groupLines().forEach(line -> addSum(optional, figures(flow, table, line)));
        for (long key : table.keys()) {
            if (table.hasPartialRate(key)) {
                int[] sum = figures(flow, table, new KeySum(key, table.ratedMembers(key)));
                sum[0] = number(new ReleaseFigure(flow, key, table.rateNumerator(key), true));
                addSum(false, sum);
            }
        }
    }

    private int[] figures(int flow, DataflowCounts table, KeySum sum) {
        return sum.keys().mapToInt(key -> number(flow, table, key)).toArray();
    }

    private void addCrossings(int flow, DataflowCounts table, List<KeySum> lines) {
        Map<Long, List<KeySum>> byTables = lines.stream()
                .collect(Collectors.groupingBy(line -> table.layout().shape().grandTotal(line.whole())));
        for (AreaTables tables : AreaTables.of(table)) {
            CrossingSums crossing =
                    tables.crossing(byTables.getOrDefault(tables.total(), List.of()), key -> number(flow, table, key));
            if (crossing != null && isNew(Arrays.stream(crossing.figures()).map(figure -> -1 - figure))) {
                crossings.add(crossing);
            }
            // If one person may be counted twice, sums with unreported figures may be false.
            if (!table.layout().overlaps()) {
                addUnreported(flow, table, tables);
            }
        }
    }

    private void addUnreported(int flow, DataflowCounts table, AreaTables tables) {
        IntStream own = tables.keys().stream().mapToInt(key -> number(flow, table, key));
        if (isNew(IntStream.concat(IntStream.of(Integer.MIN_VALUE), own))) {
            new UnreportedSums(tables).lines().forEach(line -> addSum(false, figures(flow, table, line)));
        }
    }

    private boolean isNew(IntStream mark) {
        return seen.add(mark.boxed().toList());
    }

    private void addSum(boolean optional, int... sum) {
        if (sum.length > 1 && isNew(Arrays.stream(sum))) {
            sums.add(new Sum(sum, optional));
        }
    }

    /** Links a dataflow to the dataflow that has its totals: the same figure has the same value in both dataflows. */
    private void addLinks(int flow, List<DataflowCounts> tables) {
        CubeLayout own = layouts.get(flow);
        for (int other = 0; other < tables.size(); other++) {
            CubeLayout broader = layouts.get(other);
            DataflowCounts totals = tables.get(other);
            if (broader.id().equals(own.dataflow().disclosure().totalsOf())) {
                for (long key : tables.get(flow).keys()) {
                    long match = own.shape()
                            .space()
                            .sameIn(broader.shape().space(), key)
                            .orElse(-1);
                    if (totals.has(match)) {
                        addSum(true, number(other, totals, match), number(flow, tables.get(flow), key));
                    }
                }
            }
        }
    }

    public List<ReleaseFigure> figures() {
        return figures;
    }

    List<CrossingSums> crossings() {
        return crossings;
    }

    List<Sum> sums() {
        return sums;
    }

    public int numberOf(ReleaseFigure figure) {
        return numbers.get(figure);
    }
}
