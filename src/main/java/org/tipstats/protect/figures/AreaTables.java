package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tipstats.protect.figures.DataflowCounts.KeySum;
import org.tipstats.vocabulary.cube.CubeShape;

/**
 * The figures of one area in one year, as tables. Tables of different dimensions limit each other through unpublished
 * crossings (Fréchet bounds): for example, sex by age, age by form and sex by form together reveal more than each table
 * alone.
 */
final class AreaTables {

    private static final int MAX_CROSSINGS = 2_000;

    private final CubeLayout layout;
    private final CubeShape shape;
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private final List<Set<Integer>> codes = new ArrayList<>();
    private final List<Set<Integer>> open = new ArrayList<>();

    AreaTables(CubeLayout layout) {
        this.layout = layout;
        this.shape = layout.shape();
        for (int d = 0; d < shape.breakdownCount(); d++) {
            codes.add(new TreeSet<>());
            open.add(new HashSet<>());
        }
    }

    /** Returns the tables of each area and year, in the order of their first keys. */
    static List<AreaTables> of(DataflowCounts table) {
        CubeShape shape = table.layout().shape();
        Map<Long, AreaTables> all = new TreeMap<>();
        for (long key : table.keys()) {
            if (!shape.isGroup(key)) {
                all.computeIfAbsent(shape.grandTotal(key), total -> new AreaTables(table.layout()))
                        .add(key, table.count(key));
            }
        }
        return List.copyOf(all.values());
    }

    private void add(long key, long count) {
        counts.put(key, count);
        for (int d = 0; d < shape.breakdownCount(); d++) {
            codes.get(d).add(shape.code(key, d));
        }
    }

    /**
     * Returns the finest crossings of the tables, which protect figures from Fréchet bounds. Returns null if the
     * crossings reveal no more than the sums do, if codes overlap, or if there are too many crossings.
     */
    CrossingSums crossing(List<KeySum> lines, ToIntFunction<Long> number) {
        if (shape.breakdownCount() < 2 || !revealsMore() || layout.overlaps()) {
            return null;
        }
        lines.stream().filter(line -> has(line.whole()) && !canHold(line)).forEach(this::markOpen);
        List<int[]> leaves = new ArrayList<>();
        long size = 1;
        for (int d = 0; d < shape.breakdownCount(); d++) {
            leaves.add(leaves(d));
            size *= leaves.get(d).length;
        }
        return size > MAX_CROSSINGS ? null : cross(leaves, (int) size, number);
    }

    /** Returns true if the tables form a cycle, or if a total that links them is missing. */
    private boolean revealsMore() {
        Set<Integer> types = new TreeSet<>();
        for (long key : counts.keySet()) {
            int type = 0;
            for (int d = 0; d < shape.breakdownCount(); d++) {
                long total = shape.withCode(key, d, shape.total(d));
                if (total != key) {
                    type |= 1 << d;
                    if (!counts.containsKey(total)) {
                        return true;
                    }
                }
            }
            types.add(type);
        }
        return isCyclic(types);
    }

    /** Returns true if tables over these sets of dimensions form a cycle. Each bit of a set is one dimension. */
    static boolean isCyclic(Set<Integer> types) {
        Set<Integer> left = new TreeSet<>(types);
        boolean changed = true;
        while (changed) {
            changed = left.removeIf(type -> left.stream().anyMatch(other -> other != type && (other & type) == type));
            for (int type : List.copyOf(left)) {
                int shared = left.stream().filter(other -> other != type).reduce(0, (a, b) -> a | b) & type;
                if (shared != type) {
                    left.remove(type);
                    left.add(shared);
                    changed = true;
                }
            }
        }
        return left.size() > 1;
    }

    /** Returns true if the sum can hold for some values of masked and unreported figures. */
    boolean canHold(KeySum sum) {
        return Arrays.stream(sum.parts()).map(this::low).sum() <= high(sum.whole())
                && Arrays.stream(sum.parts()).map(this::high).sum() >= low(sum.whole());
    }

    long low(long key) {
        return Math.max(0, counts.getOrDefault(key, 0L));
    }

    /** Returns the largest possible value of a figure, reported or not. */
    long high(long key) {
        long count = counts.getOrDefault(key, ReleaseSystem.MAX_UNREPORTED);
        return count == DataflowCounts.MASKED ? layout.mostMasked() : count;
    }

    /**
     * Marks the broader code of a sum that cannot hold. Such a code gets crossings of its own, for persons in no
     * reported part.
     */
    private void markOpen(KeySum line) {
        for (int d = 0; d < shape.breakdownCount(); d++) {
            int whole = shape.code(line.whole(), d);
            if (whole != shape.code(line.parts()[0], d)) {
                open.get(d).add(whole);
            }
        }
    }

    private int[] leaves(int d) {
        return codes.get(d).stream()
                .mapToInt(Integer::intValue)
                .filter(code -> open.get(d).contains(code)
                        || codes.get(d).stream().noneMatch(other -> other != code && shape.isWithin(d, other, code)))
                .toArray();
    }

    private CrossingSums cross(List<int[]> leaves, int size, ToIntFunction<Long> number) {
        BitSet left = new BitSet();
        left.set(0, size);
        List<Long> keys = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count == 0) {
                under(key, leaves).forEach(left::clear);
            } else {
                keys.add(key);
            }
        });
        int[] crossings = left.stream().toArray();
        int[][] under = keys.stream()
                .map(key -> under(key, leaves)
                        .map(crossing -> Arrays.binarySearch(crossings, crossing))
                        .filter(place -> place >= 0)
                        .toArray())
                .toArray(int[][]::new);
        return new CrossingSums(crossings.length, keys.stream().mapToInt(number).toArray(), under);
    }

    private IntStream under(long key, List<int[]> leaves) {
        IntStream places = IntStream.of(0);
        for (int d = 0; d < leaves.size(); d++) {
            int dimension = d;
            int[] own = leaves.get(d);
            int code = shape.code(key, d);
            int[] within = IntStream.range(0, own.length)
                    .filter(leaf -> shape.isWithin(dimension, own[leaf], code))
                    .toArray();
            places = places.flatMap(place -> Arrays.stream(within).map(leaf -> place * own.length + leaf));
        }
        return places;
    }

    CubeLayout layout() {
        return layout;
    }

    Set<Long> keys() {
        return counts.keySet();
    }

    boolean has(long key) {
        return counts.containsKey(key);
    }

    /** Returns the keys directly below a key in a dimension, reported or not, for the codes that the area uses. */
    List<Long> parts(long key, int d) {
        int code = shape.code(key, d);
        return codes.get(d).stream()
                .filter(part -> part != code && shape.isWithin(d, part, code))
                .filter(part -> codes.get(d).stream()
                        .noneMatch(between -> between != part
                                && between != code
                                && shape.isWithin(d, part, between)
                                && shape.isWithin(d, between, code)))
                .map(part -> shape.withCode(key, d, part))
                .toList();
    }

    long total() {
        return shape.grandTotal(counts.firstKey());
    }

    /**
     * The finest crossings of the codes that an area uses in a year, published or not. For example, one crossing counts
     * the women under 18 in forced labour. No crossing is negative, and each figure is the sum of some crossings.
     *
     * @param size the number of finest crossings that can be above zero
     * @param figures the indexes of the figures
     * @param under for each figure, the indexes of the crossings that add up to the figure
     */
    record CrossingSums(int size, int[] figures, int[][] under) {}
}
