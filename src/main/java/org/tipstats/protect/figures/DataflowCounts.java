package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The counts of one dataflow in one release, and the sums that relate them.
 *
 * @param counts the counts by key, in the order of the cube: a number, or {@link #MASKED}
 */
public record DataflowCounts(CubeLayout layout, Cube cube, Map<Long, Long> counts) {

    /** Marks a figure that only its provider knows. */
    public static final long MASKED = -1;

    public DataflowCounts(CubeLayout layout, Cube cube) {
        this(layout, cube, counts(layout, cube));
    }

    private static Map<Long, Long> counts(CubeLayout layout, Cube cube) {
        Map<Long, Long> counts = new LinkedHashMap<>(cube.size() * 2);
        for (Observation observation : cube) {
            long key = observation.key();
            boolean isMasked = layout.isMasked(observation);
            if (layout.shape().isCount(key)
                    && (isMasked ? !layout.shape().isGroup(key) : observation.value() != null)) {
                counts.put(key, isMasked ? MASKED : observation.value().longValueExact());
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    public boolean has(long key) {
        return counts.containsKey(key);
    }

    public long count(long key) {
        return counts.get(key);
    }

    /** Leaves the counts out, because they are confidential. */
    @Override
    public String toString() {
        return "DataflowCounts[" + layout.id() + ", " + counts.size() + " counts]";
    }

    /** Returns the keys of all counts in their order. */
    public Set<Long> keys() {
        return counts.keySet();
    }

    /**
     * Returns each total of an area as the sum of its parts, in each dimension. If a part is absent, its own parts
     * replace it. Totals of groups of areas are left out. Their lines follow from the lines of the areas, or may be
     * false because a provider masked a part.
     */
    public List<KeySum> breakdownLines() {
        List<KeySum> lines = new ArrayList<>();
        for (BreakdownDimension breakdown : layout.breakdowns()) {
            Map<Long, List<Long>> parts = new TreeMap<>();
            for (long key : keys()) {
                long above = above(breakdown, key);
                if (above >= 0 && !layout.shape().isGroup(key)) {
                    parts.computeIfAbsent(above, whole -> new ArrayList<>()).add(key);
                }
            }
            parts.forEach((whole, found) -> addLines(breakdown, whole, found, lines));
        }
        return lines;
    }

    private long above(BreakdownDimension breakdown, long key) {
        long above = breakdown.above(key);
        while (above >= 0 && !has(above)) {
            above = breakdown.above(above);
        }
        return above;
    }

    /**
     * Adds the lines of a total. If single citizenships are reported, the code for foreigners may cover all foreigners
     * or only those of the other citizenships. A line is added for each case, and the figures decide which line holds.
     */
    private void addLines(BreakdownDimension breakdown, long whole, List<Long> parts, List<KeySum> lines) {
        lines.add(line(whole, parts));
        for (long foreigners : parts) {
            if (breakdown.isForeigners(foreigners)) {
                List<Long> single =
                        parts.stream().filter(breakdown::isForeignArea).toList();
                if (!single.isEmpty()) {
                    lines.add(line(foreigners, single));
                    List<Long> rest = new ArrayList<>(parts);
                    rest.removeAll(single);
                    lines.add(line(whole, rest));
                }
            }
        }
    }

    private static KeySum line(long whole, List<Long> parts) {
        return new KeySum(
                whole, parts.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** Returns each group of areas as the sum of its areas and smaller groups. Masked figures are left out. */
    public List<KeySum> groupLines() {
        Map<Long, List<Long>> parts = new TreeMap<>();
        for (long key : keys()) {
            for (long above : layout.groupsAbove(key)) {
                if (count(key) != MASKED && has(above)) {
                    parts.computeIfAbsent(above, group -> new ArrayList<>()).add(key);
                }
            }
        }
        List<KeySum> lines = new ArrayList<>();
        parts.forEach((group, found) -> lines.add(line(group, found)));
        return lines;
    }

    /** Returns true for a group whose rate covers fewer areas than its count. It reveals the sum over these areas. */
    public boolean hasPartialRate(long key) {
        return layout.shape().isGroup(key)
                && cube.find(layout.shape().rateOf(key)).isPresent()
                && Arrays.stream(layout.shape().areasOf(key)).anyMatch(member -> isCounted(member) && !isRated(member));
    }

    private boolean isCounted(long member) {
        return has(member) && count(member) != MASKED;
    }

    private boolean isRated(long member) {
        return isCounted(member) && cube.find(layout.shape().rateOf(member)).isPresent();
    }

    /** Returns the numerator of a group's rate: the sum over the areas with a known population. */
    public long rateNumerator(long group) {
        return Arrays.stream(ratedMembers(group)).map(this::count).reduce(0, Math::addExact);
    }

    long[] ratedMembers(long group) {
        return Arrays.stream(layout.shape().areasOf(group))
                .filter(this::isRated)
                .sorted()
                .toArray();
    }

    /** A total and its parts, as keys; the parts are ascending. */
    public record KeySum(long whole, long[] parts) {

        public LongStream keys() {
            return LongStream.concat(LongStream.of(whole), LongStream.of(parts));
        }
    }
}
