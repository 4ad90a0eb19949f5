package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the figures to withhold next if an audit computed withheld figures of one dataflow. In each sum with such a
 * figure, one more figure is withheld: of the highest rank, and there the one of the least value. If no sum has a
 * further figure, one of the same area and year follows. Totals over all breakdowns come last.
 */
final class NextComplements {

    private final DataflowCounts table;
    private final CubeLayout layout;
    private final Set<Long> withheld;
    private final Comparator<Long> cheapest;
    private final List<KeySum> sums;

    /** @param withheld the keys of the figures that are withheld already */
    NextComplements(DataflowCounts table, Set<Long> withheld) {
        this.table = table;
        this.layout = table.layout();
        this.withheld = withheld;
        this.cheapest = Comparator.comparingInt((Long key) -> -layout.ranks().of(key))
                .thenComparingLong(table::count)
                .thenComparingLong(key -> key);
        this.sums = new ArrayList<>(table.breakdownLines());
        sums.addAll(table.groupLines());
    }

    /** Returns the keys to withhold, ascending; empty if nothing is left. */
    Set<Long> beside(Set<Long> exposed) {
        Set<Long> next = new TreeSet<>();
        for (long key : exposed) {
            List<Long> found = new ArrayList<>();
            for (KeySum sum : sums) {
                if (has(sum, key)) {
                    open(sum).stream().min(cheapest).ifPresent(found::add);
                }
            }
            if (found.isEmpty()) {
                table.keys().stream()
                        .filter(other -> layout.grandTotal(other) == layout.grandTotal(key) && isOpen(other))
                        .min(cheapest)
                        .ifPresent(found::add);
            }
            int last = found.stream().mapToInt(layout.ranks()::of).max().orElse(0);
            found.stream().filter(other -> layout.ranks().of(other) == last).forEach(next::add);
        }
        return next;
    }

    private static boolean has(KeySum sum, long key) {
        if (sum.whole() == key) {
            return true;
        }
        for (long part : sum.parts()) {
            if (part == key) {
                return true;
            }
        }
        return false;
    }

    private List<Long> open(KeySum sum) {
        List<Long> open = new ArrayList<>();
        if (isOpen(sum.whole())) {
            open.add(sum.whole());
        }
        for (long part : sum.parts()) {
            if (isOpen(part)) {
                open.add(part);
            }
        }
        return open;
    }

    private boolean isOpen(long key) {
        return table.has(key) && table.count(key) > 0 && !withheld.contains(key) && !layout.mustStayPublic(key);
    }
}
