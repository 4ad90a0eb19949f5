package org.tipstats.protect.disclose;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the audits of a release found so far, for the next search. A withheld complement that an audit computes protects
 * nothing, so it is published, and other figures protect instead. If an audit computes a sensitive figure, more figures
 * beside it are withheld. But first, if there are earlier releases, the years with findings withhold what those withhold.
 */
public final class AuditFindings {

    private final Map<String, Set<Long>> published = new TreeMap<>();
    private final Map<String, Set<Long>> withheld = new TreeMap<>();
    private final Set<String> yearsAsBefore = new TreeSet<>();

    /**
     * Adds the years of figures that an audit computed. Returns true if a year is new, so that all figures that earlier
     * releases withhold stay withheld in it.
     */
    boolean keepAsBefore(CubeLayout layout, Set<Long> exposed) {
        boolean added = false;
        for (long key : exposed) {
            added |= yearsAsBefore.add(layout.year(key));
        }
        return added;
    }

    /** Returns true if the figures of the year stay withheld as in earlier releases. */
    boolean isAsBefore(String year) {
        return yearsAsBefore.contains(year);
    }

    /**
     * Adds the figures of one dataflow that an audit computed.
     *
     * @param safe the cube that the audit read
     * @return true if there is something to search again
     */
    boolean add(DataflowCounts table, ProtectedCube safe, Set<Long> exposed) {
        String id = table.layout().dataflow().id();
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

    /** Returns the keys of the complements to publish. */
    Set<Long> published(String dataflow) {
        return published.getOrDefault(dataflow, Set.of());
    }

    /** Returns the keys of the figures to withhold in addition. */
    Set<Long> withheld(String dataflow) {
        return withheld.getOrDefault(dataflow, Set.of());
    }
}
