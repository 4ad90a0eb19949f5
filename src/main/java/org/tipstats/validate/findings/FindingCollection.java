package org.tipstats.validate.findings;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Collects the findings of one file. Counts and summary are exact for any number of findings. All warnings are kept,
 * because each warning may need a justification. Errors and informations are kept in the order of lines, up to a limit
 * for each of the two severities. This class is not thread-safe.
 */
public final class FindingCollection {

    private final int limit;
    private final Predicate<String> figures;
    private final Map<Severity, SortedFindings> kept = new EnumMap<>(Severity.class);
    private FindingSummary summary;

    /**
     * Creates an empty collection.
     *
     * @param limit the largest number of errors, and of informations, to keep
     * @param figures tests by the id of a rule whether its values are figures; the summary does not group by figures,
     *     because figures are not causes
     */
    public FindingCollection(int limit, Predicate<String> figures) {
        this.limit = limit;
        this.figures = figures;
        clear();
    }

    /** Removes all findings. */
    public void clear() {
        summary = new FindingSummary(figures);
        for (Severity severity : Severity.values()) {
            kept.put(severity, new SortedFindings(severity == Severity.WARNING ? Integer.MAX_VALUE : limit));
        }
    }

    public void add(Finding finding) {
        summary.add(finding);
        kept.get(finding.severity()).add(finding);
    }

    /** Returns the number of all findings, kept or not. */
    public long size() {
        return summary.total();
    }

    /** Returns the number of findings that are kept. */
    public long kept() {
        return kept.values().stream().mapToLong(SortedFindings::size).sum();
    }

    public long count(Severity severity) {
        return summary.count(severity);
    }

    public long count(String rule) {
        return summary.count(rule);
    }

    /**
     * Returns the findings grouped by cause. Groups are ordered by severity, the most severe first, then by size, the
     * largest first.
     */
    public List<SummaryGroup> summary() {
        return summary.groups();
    }

    /** Returns the kept findings in the order of the report. */
    public Iterator<Finding> findings() {
        return SortedFindings.merged(
                kept.values().stream().map(SortedFindings::iterator).toList());
    }
}
