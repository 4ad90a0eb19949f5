package org.tipstats.protect.intruder;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an intruder can recover. All lists are in the order of releases, tables and keys; equal input gives equal
 * reports. The lists are confidential, the numbers are not.
 *
 * @param hidden how many cells are withheld or masked, each release's counted
 * @param recoverable the cells of which one value only is possible, the true one where that is known
 * @param onlyZero masked counts that can only be zero where zeros are public: that tells of no person
 * @param misleading the cells of which one value only seems possible, but the true one is another
 * @param alreadyPublic hidden cells whose value another release shows, so that hiding them protects nothing
 * @param notProven the cells of which it could not be found out
 * @param dropped how many assumptions of each kind published figures contradict, so that they were dropped or loosened
 * @param unknowns how many unknown numbers the system has
 * @param equations how many equations between them
 * @param programs how many linear programs were solved
 */
public record AuditReport(
        int hidden,
        List<ExposedCell> recoverable,
        List<ExposedCell> onlyZero,
        List<ExposedCell> misleading,
        List<ExposedCell> alreadyPublic,
        List<ExposedCell> notProven,
        Map<Source, Integer> dropped,
        int unknowns,
        int equations,
        int programs) {

    public AuditReport {
        recoverable = List.copyOf(recoverable);
        onlyZero = List.copyOf(onlyZero);
        misleading = List.copyOf(misleading);
        alreadyPublic = List.copyOf(alreadyPublic);
        notProven = List.copyOf(notProven);
        EnumMap<Source, Integer> counts = new EnumMap<>(Source.class);
        counts.putAll(dropped);
        dropped = Collections.unmodifiableMap(counts);
    }

    /** Whether every hidden cell is proved safe; those that another release shows aside. */
    public boolean isSafe() {
        return recoverable.isEmpty() && notProven.isEmpty();
    }

    /** How many cells are recoverable by some property of theirs: release, table, area. */
    public SortedMap<String, Integer> recoverableBy(Function<ExposedCell, String> property) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        recoverable.forEach(cell -> counts.merge(property.apply(cell), 1, Integer::sum));
        return counts;
    }

    /** Numbers only: no cell shows in a log. */
    @Override
    public String toString() {
        return "%d hidden, %d recoverable, %d misleading, %d already public, %d not proven"
                .formatted(hidden, recoverable.size(), misleading.size(), alreadyPublic.size(), notProven.size());
    }
}
