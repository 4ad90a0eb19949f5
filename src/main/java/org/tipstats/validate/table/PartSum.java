package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A sum that readers of published figures may believe in.
 *
 * @param dimension the dimension in which the rows of the sum differ
 * @param whole the row of the whole
 * @param parts the rows of the parts
 * @param atLeast whether the whole is at least the sum of the parts, because no person is in two parts
 * @param atMost whether the whole is at most the sum of the parts, because every person is in a part
 */
public record PartSum(Dimension dimension, int whole, int[] parts, boolean atLeast, boolean atMost) {

    /** Returns the rows of the whole and of the parts. */
    public IntStream rows() {
        return IntStream.concat(IntStream.of(whole), IntStream.of(parts));
    }

    /** Returns the sums of each area and period of the file that have a masked count, in a fixed order. */
    static List<List<PartSum>> nearMasked(RowTable rows) {
        MergedRows merged = rows.merged();
        Map<Integer, List<PartSum>> periods = new TreeMap<>();
        merged.forEachNearMasked(breakdown -> periods.computeIfAbsent(
                        merged.period(rows.key(breakdown.whole())), period -> new ArrayList<>())
                .addAll(of(breakdown, rows)));
        return List.copyOf(periods.values());
    }

    /**
     * Returns the sums that follow from a breakdown. Parts that overlap are not larger than the whole. If the row of a
     * part states that its value is missing, the parts may be less than the whole.
     */
    static List<PartSum> of(Breakdown breakdown, RowTable rows) {
        Dimension dimension = breakdown.tree().dimension();
        int whole = breakdown.whole();
        int[] parts = breakdown.parts().toArray();
        boolean complete = !dimension.overlapping() && !breakdown.statesMissingPart();
        List<PartSum> sums = new ArrayList<>();
        if (breakdown.overlaps()) {
            for (int part : parts) {
                sums.add(new PartSum(dimension, whole, new int[] {part}, true, false));
            }
            if (complete) {
                sums.add(new PartSum(dimension, whole, parts, false, true));
            }
        } else if (breakdown.foreigners() == RowTable.NONE) {
            sums.add(new PartSum(dimension, whole, parts, true, complete));
        } else {
            addReadings(breakdown, parts, complete, rows, sums);
        }
        addNationals(breakdown, rows, sums);
        return sums;
    }

    /**
     * Adds the sums of a breakdown with foreigners and single areas. The foreigners are all foreigners, or those of the
     * other areas. If only one of the two can hold, readers know which.
     */
    private static void addReadings(
            Breakdown breakdown, int[] parts, boolean complete, RowTable rows, List<PartSum> sums) {
        Dimension dimension = breakdown.tree().dimension();
        int whole = breakdown.whole();
        int foreigners = breakdown.foreigners();
        int[] direct = breakdown.directParts().toArray();
        int[] areas = IntStream.of(parts).skip(direct.length).toArray();
        List<PartSum> all = List.of(
                new PartSum(dimension, whole, direct, true, complete),
                new PartSum(dimension, foreigners, areas, true, false));
        PartSum others = new PartSum(dimension, whole, parts, true, complete);
        boolean mayBeAll = all.stream().allMatch(sum -> sum.canHold(rows));
        boolean mayBeOthers = others.canHold(rows);
        if (mayBeAll && mayBeOthers) {
            int[] single =
                    IntStream.of(parts).filter(part -> part != foreigners).toArray();
            sums.add(new PartSum(dimension, whole, direct, true, false));
            sums.add(new PartSum(dimension, whole, single, true, false));
            sums.add(new PartSum(dimension, whole, parts, false, complete));
        } else if (mayBeAll) {
            sums.addAll(all);
        } else if (mayBeOthers) {
            sums.add(others);
        }
    }

    /** Returns whether the sum holds for some values of the figures that are not published. */
    private boolean canHold(RowTable rows) {
        CountRange all = rows.publishedRange(whole);
        long low = 0;
        long high = 0;
        for (int part : parts) {
            low = Breakdown.plus(low, rows.publishedRange(part).low());
            high = Breakdown.plus(high, rows.publishedRange(part).high());
        }
        return (!atLeast || low <= all.high()) && (!atMost || high >= all.low());
    }

    /** Adds that the nationals and the reporting area's own code are the same persons. */
    private static void addNationals(Breakdown breakdown, RowTable rows, List<PartSum> sums) {
        CodeHierarchy tree = breakdown.tree();
        int dimension = tree.dimension().position();
        long key = rows.key(breakdown.whole());
        int own = tree.own(
                rows.space().position(key, rows.space().structure().area().position()));
        if (own >= 0 && tree.citizens().nationals() >= 0 && breakdown.isTotal()) {
            int nationals = rows.merged()
                    .usableRow(rows.space()
                            .withPosition(key, dimension, tree.citizens().nationals()));
            int same = rows.merged().usableRow(rows.space().withPosition(key, dimension, own));
            if (nationals >= 0 && same >= 0) {
                sums.add(new PartSum(tree.dimension(), nationals, new int[] {same}, true, true));
            }
        }
    }
}
