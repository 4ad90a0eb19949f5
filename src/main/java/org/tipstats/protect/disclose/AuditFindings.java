package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.DataflowCounts;
import org.tipstats.protect.figures.DataflowCounts.KeySum;
import org.tipstats.protect.figures.Reason;

/**
 * Keeps the findings of the audits of a release for the next search. A complement is a figure that is withheld only to
 * protect other figures. If an audit can compute a complement, withholding the complement protects nothing. So the next
 * search publishes the complement and withholds other figures instead. If an audit can compute a sensitive figure, the
 * next search withholds more figures of the sums with this figure. If there are earlier releases, the service first
 * tries another way for a year with findings: the next search withholds all figures that these releases withhold.
 */
public final class AuditFindings {

    private final Map<String, Set<Long>> published = new TreeMap<>();
    private final Map<String, Set<Long>> withheld = new TreeMap<>();
    private final Set<String> yearsAsBefore = new TreeSet<>();

    /**
     * Marks the years of the keys. The next search of a marked year withholds all figures that earlier releases
     * withhold. Returns true if at least one of the years was not marked before.
     */
    boolean keepAsBefore(List<CubeLayout> layouts, Map<String, Set<Long>> exposed) {
        boolean added = false;
        for (CubeLayout layout : layouts) {
            for (long key : exposed.getOrDefault(layout.id(), Set.of())) {
                added |= yearsAsBefore.add(layout.shape().year(key));
            }
        }
        return added;
    }

    boolean isAsBefore(String year) {
        return yearsAsBefore.contains(year);
    }

    /**
     * Adds the figures that an audit of the safe cubes computed. Returns true if another search may give a new result.
     */
    boolean add(List<DataflowCounts> tables, Map<String, ProtectedCube> safe, Map<String, Set<Long>> exposed) {
        boolean added = false;
        for (DataflowCounts table : tables) {
            String id = table.layout().id();
            added |= exposed.containsKey(id) && add(table, safe.get(id), exposed.get(id));
        }
        return added;
    }

    private boolean add(DataflowCounts table, ProtectedCube safe, Set<Long> exposed) {
        String id = table.layout().id();
        Map<Long, Reason> reasons = new TreeMap<>();
        safe.withheld().forEach(cell -> reasons.put(cell.key(), cell.reason()));
        Set<Long> sensitive = new TreeSet<>();
        boolean added = false;
        for (long key : exposed) {
            if (reasons.get(key) == Reason.COMPLEMENTARY && !withheld(id).contains(key)) {
                added |= published.computeIfAbsent(id, none -> new TreeSet<>()).add(key);
            } else {
                sensitive.add(key);
            }
        }
        Set<Long> next = new NextComplements(table, reasons.keySet()).beside(sensitive);
        withheld.computeIfAbsent(id, none -> new TreeSet<>()).addAll(next);
        return added || !next.isEmpty();
    }

    Set<Long> published(String dataflow) {
        return published.getOrDefault(dataflow, Set.of());
    }

    Set<Long> withheld(String dataflow) {
        return withheld.getOrDefault(dataflow, Set.of());
    }

    /**
     * Chooses the figures to withhold next, after an audit has computed withheld figures of one dataflow. For each
     * computed figure, it finds the least valuable open figure of each sum with the figure: the figure of the highest
     * rank and, within this rank, the smallest count. Of these figures, it takes those of the highest rank. If no sum
     * has an open figure, it takes the least valuable open figure of the same area and year. Totals over all breakdowns
     * come last.
     */
    private static final class NextComplements {

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
            this.cheapest = Comparator.comparingInt(
                            (Long key) -> -layout.ranks().of(key))
                    .thenComparingLong(table::count)
                    .thenComparingLong(key -> key);
            this.sums = new ArrayList<>(table.breakdownLines());
            sums.addAll(table.groupLines());
        }

        /** Returns the keys of the figures to withhold next, ascending; empty if no open figure is left. */
        Set<Long> beside(Set<Long> exposed) {
            Set<Long> next = new TreeSet<>();
            for (long key : exposed) {
                List<Long> found = new ArrayList<>();
                for (KeySum sum : sums) {
                    if (sum.keys().anyMatch(other -> other == key)) {
                        sum.keys().filter(this::isOpen).boxed().min(cheapest).ifPresent(found::add);
                    }
                }
                if (found.isEmpty()) {
                    long total = layout.shape().grandTotal(key);
                    Arrays.stream(table.keys())
                            .filter(other -> layout.shape().grandTotal(other) == total && isOpen(other))
                            .boxed()
                            .min(cheapest)
                            .ifPresent(found::add);
                }
                int last = found.stream().mapToInt(layout.ranks()::of).max().orElse(0);
                found.stream().filter(other -> layout.ranks().of(other) == last).forEach(next::add);
            }
            return next;
        }

        private boolean isOpen(long key) {
            return table.has(key) && table.count(key) > 0 && !withheld.contains(key) && !layout.mustStayPublic(key);
        }
    }
}
