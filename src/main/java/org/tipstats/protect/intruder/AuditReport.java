package org.tipstats.protect.intruder;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Source;

/**
 * The result of an audit: the hidden cells whose value an intruder can find out. All lists are in the order of
 * releases, tables and keys; equal input gives equal reports. The lists are confidential, the numbers are not.
 *
 * @param hidden the number of withheld or masked cells, counted separately in each release
 * @param recoverable the cells with only one possible value; the value is true wherever the audit knows the true count.
 *     Masked counts that can only be zero are left out if zeros are public: they describe no person
 * @param misleading the cells whose only possible value is wrong: an intruder would believe a false count
 * @param alreadyPublic hidden cells whose value another release shows, so hiding them protects nothing
 * @param notProven the cells that could not be decided
 * @param dropped for each kind of knowledge, the number of equations that the audit dropped or loosened because
 *     published figures contradict them; tables too large for {@link Source#CROSSING} count as one equation each
 * @param unknowns the number of unknown counts, including unpublished crossings
 * @param equations the number of equations between the unknowns
 * @param programs the number of linear programs solved
 */
public record AuditReport(
        int hidden,
        List<ExposedCell> recoverable,
        List<ExposedCell> misleading,
        List<ExposedCell> alreadyPublic,
        List<ExposedCell> notProven,
        Map<Source, Integer> dropped,
        int unknowns,
        int equations,
        int programs) {

    /** The result of an audit of nothing. */
    public static final AuditReport NOTHING =
            new AuditReport(0, List.of(), List.of(), List.of(), List.of(), Map.of(), 0, 0, 0);

    public AuditReport {
        recoverable = List.copyOf(recoverable);
        misleading = List.copyOf(misleading);
        alreadyPublic = List.copyOf(alreadyPublic);
        notProven = List.copyOf(notProven);
        dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
    }

    /** Returns the result of several audits that cover different figures. Sorts each list in the given order. */
    public static AuditReport together(List<AuditReport> reports, Comparator<ExposedCell> order) {
        Map<Source, Integer> dropped = new TreeMap<>();
        reports.forEach(
                report -> report.dropped().forEach((source, count) -> dropped.merge(source, count, Integer::sum)));
        return new AuditReport(
                sum(reports, AuditReport::hidden),
                joined(reports, AuditReport::recoverable, order),
                joined(reports, AuditReport::misleading, order),
                joined(reports, AuditReport::alreadyPublic, order),
                joined(reports, AuditReport::notProven, order),
                dropped,
                sum(reports, AuditReport::unknowns),
                sum(reports, AuditReport::equations),
                sum(reports, AuditReport::programs));
    }

    private static int sum(List<AuditReport> reports, ToIntFunction<AuditReport> number) {
        return reports.stream().mapToInt(number).sum();
    }

    private static List<ExposedCell> joined(
            List<AuditReport> reports, Function<AuditReport, List<ExposedCell>> list, Comparator<ExposedCell> order) {
        return reports.stream().map(list).flatMap(List::stream).sorted(order).toList();
    }

    /** Returns true if {@code recoverable} and {@code notProven} are empty. The other lists do not matter. */
    public boolean isSafe() {
        return recoverable.isEmpty() && notProven.isEmpty();
    }

    /** Returns a text that contains only numbers, so that no cell appears in a log. */
    @Override
    public String toString() {
        return "%d hidden, %d recoverable, %d misleading, %d already public, %d not proven"
                .formatted(hidden, recoverable.size(), misleading.size(), alreadyPublic.size(), notProven.size());
    }
}
