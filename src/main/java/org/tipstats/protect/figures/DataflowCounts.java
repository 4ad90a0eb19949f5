package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** The counts of one dataflow in one release, and the sums that relate them. Immutable. */
public final class DataflowCounts {

    /** Marks a figure that only its provider knows. */
    public static final long MASKED = -1;

    private final CubeLayout layout;
    private final Cube cube;

    /**
     * The keys of the counts, ascending, and the counts in their order. A map would be slow: hashes of packed keys
     * collide.
     */
    private final long[] keys;

    private final long[] counts;

    /** The indexes in {@code keys} of the counts that have a rate. */
    private final BitSet rated = new BitSet();

    /** The indexes in {@code keys} of the counts whose rate covers fewer areas than the count. */
    private final BitSet partlyRated = new BitSet();

    public DataflowCounts(CubeLayout layout, Cube cube) {
        this.layout = layout;
        this.cube = cube;
        List<Observation> known =
                cube.observations().stream().filter(this::isKnown).toList();
        this.keys = known.stream().mapToLong(Observation::key).toArray();
        this.counts = known.stream()
                .mapToLong(figure ->
                        layout.isMasked(figure) ? MASKED : figure.value().longValueExact())
                .toArray();
        if (layout.shape().hasRates()) {
            for (int place = 0; place < keys.length; place++) {
                rated.set(place, cube.find(layout.shape().rateOf(keys[place])).isPresent());
            }
        }
        rated.stream().filter(place -> isPartlyRated(keys[place])).forEach(partlyRated::set);
    }

    /**
     * Returns true for a count that the release has, even if its provider masked it. A masked count of a group does not
     * count as known.
     */
    private boolean isKnown(Observation observation) {
        boolean isReported =
                layout.isMasked(observation) ? !layout.shape().isGroup(observation.key()) : observation.value() != null;
        return isReported && layout.shape().isCount(observation.key());
    }

    public CubeLayout layout() {
        return layout;
    }

    public Cube cube() {
        return cube;
    }

    public boolean has(long key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /** Returns a count, or {@link #MASKED}. The release must have it. */
    public long count(long key) {
        return counts[Arrays.binarySearch(keys, key)];
    }

    /** Returns the keys of all counts, ascending. */
    public long[] keys() {
        return keys.clone();
    }

    /**
     * Returns the sums within each area: a total is the sum of its parts along one dimension. If the release lacks a
     * part, the parts of that part take its place. Leaves out the totals of groups of areas: their sums follow from the
     * sums of the areas, or are wrong if a provider masked a part.
     */
    public List<KeySum> breakdownLines() {
        List<KeySum> lines = new ArrayList<>();
        for (BreakdownDimension breakdown : layout.breakdowns()) {
            Map<Long, List<Long>> parts = new TreeMap<>();
            for (long key : keys) {
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
        for (long key : keys) {
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

    /**
     * Returns true for the count of a group whose rate covers fewer areas than the count. The rate reveals the sum over
     * these areas.
     */
    public boolean hasPartialRate(long key) {
        int place = Arrays.binarySearch(keys, key);
        return place >= 0 && partlyRated.get(place);
    }

    private boolean isPartlyRated(long key) {
        return layout.shape().isGroup(key)
                && Arrays.stream(layout.shape().areasOf(key)).anyMatch(member -> isCounted(member, false));
    }

    /**
     * Returns true if the release has the count, it is not masked, and it has a rate exactly if {@code withRate} is
     * true.
     */
    private boolean isCounted(long key, boolean withRate) {
        int place = Arrays.binarySearch(keys, key);
        return place >= 0 && rated.get(place) == withRate && counts[place] != MASKED;
    }

    /**
     * Returns the numerator of a group's rate: the sum over the areas with a known population. The dataflow must have
     * rates.
     */
    public long rateNumerator(long group) {
        return Arrays.stream(ratedMembers(group)).map(this::count).reduce(0, Math::addExact);
    }

    long[] ratedMembers(long group) {
        return Arrays.stream(layout.shape().areasOf(group))
                .filter(member -> isCounted(member, true))
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
