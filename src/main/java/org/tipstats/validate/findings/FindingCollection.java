package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tipstats.validate.findings.FindingChunk.Source;

/**
 * Collects the findings of one file. Counts and summary are exact for any number of findings. All warnings are kept,
 * because each warning may need a justification. Errors and informations are kept in the order of lines, up to a limit
 * for each of the two severities. This class is not thread-safe.
 *
 * <p>For each rule and column, the first {@link #MAX_VALUES} different values have groups of their own; all further
 * values share one group. Rules whose values are figures have no groups by value.
 */
public final class FindingCollection {

    private static final int MAX_VALUES = 100;

    private final int limit;
    private final Predicate<String> figures;
    private final UnaryOperator<Finding> places;
    private final Map<Severity, SortedFindings> kept = new EnumMap<>(Severity.class);
    private final Map<Cause, Groups> causes = new LinkedHashMap<>();

    /**
     * The cause of the last finding, with its groups. It is kept because hundreds of thousands of findings in a row may
     * have the same cause.
     */
    private Cause last;

    private Groups lastGroups;

    /**
     * Creates an empty collection.
     *
     * @param limit the largest number of errors to keep; the same limit applies to informations
     * @param figures tests by the id of a rule whether its values are figures; the summary does not group by figures,
     *     because figures are not causes
     */
    public FindingCollection(int limit, Predicate<String> figures) {
        this(limit, figures, UnaryOperator.identity());
    }

    /**
     * Creates an empty collection that keeps findings at another place than the one where they were found.
     *
     * @param places returns a finding at its place in the submitter's file
     */
    public FindingCollection(int limit, Predicate<String> figures, UnaryOperator<Finding> places) {
        this.limit = limit;
        this.figures = figures;
        this.places = places;
        clear();
    }

    public void clear() {
        causes.clear();
        last = new Cause(null, null, null);
        Map<Source, Source> sources = new ConcurrentHashMap<>();
        for (Severity severity : Severity.values()) {
            int most = severity == Severity.WARNING ? Integer.MAX_VALUE : limit;
            kept.put(severity, new SortedFindings(most, sources));
        }
    }

    public void add(Finding found) {
        Finding finding = places.apply(found);
        String column = finding.column() == null ? null : finding.column().name();
        if (!finding.rule().equals(last.rule)
                || finding.severity() != last.severity
                || !Objects.equals(column, last.column)) {
            last = new Cause(finding.rule(), finding.severity(), column);
            lastGroups = causes.computeIfAbsent(last, key -> new Groups());
        }
        lastGroups.add(finding, figures.test(finding.rule()) ? null : finding.value());
        kept.get(finding.severity()).add(finding);
    }

    /** Returns the number of all findings, kept or not. */
    public long size() {
        return count(cause -> true);
    }

    public long kept() {
        return kept.values().stream().mapToLong(SortedFindings::size).sum();
    }

    public long count(Severity severity) {
        return count(cause -> cause.severity == severity);
    }

    public long count(String rule) {
        return count(cause -> cause.rule.equals(rule));
    }

    private long count(Predicate<Cause> wanted) {
        return causes.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().count)
                .sum();
    }

    /**
     * Returns the findings grouped by cause. Groups are ordered by severity, the most severe first, then by size, the
     * largest first.
     */
    public List<SummaryGroup> summary() {
        List<SummaryGroup> all = new ArrayList<>();
        causes.forEach((cause, groups) -> {
            groups.byValue.forEach((value, group) -> all.add(group.summary(cause, value)));
            if (groups.others.count > 0) {
                all.add(groups.others.summary(cause, null));
            }
        });
        all.sort(Comparator.comparing(SummaryGroup::severity)
                .thenComparing(SummaryGroup::count, Comparator.reverseOrder())
                .thenComparing(SummaryGroup::sample, Finding.ORDER)
                .thenComparing(group -> group.value() == null ? "" : group.value()));
        return all;
    }

    public Iterator<Finding> findings() {
        return merged().findings();
    }

    /**
     * Returns the findings in the order of the report as compressed pages, which {@link ReportJson#expand} reads.
     *
     * @param size the number of findings in each page but the last one
     */
    public Iterator<byte[]> pages(int size) {
        return merged().pages(size);
    }

    private MergedFindings merged() {
        List<FindingCursor> cursors = new ArrayList<>();
        kept.values().forEach(findings -> cursors.addAll(findings.cursors(cursors.size())));
        return new MergedFindings(cursors);
    }

    /** Compares itself: the comparison that Java makes for a record takes 20 ms when it is first used. */
    private record Cause(String rule, Severity severity, String column) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Cause cause
                    && rule.equals(cause.rule)
                    && severity == cause.severity
                    && Objects.equals(column, cause.column);
        }

        @Override
        public int hashCode() {
            return 31 * rule.hashCode() + Objects.hashCode(column);
        }
    }

    /** The groups of one cause. */
    private static final class Groups {

        final Map<String, Group> byValue = new HashMap<>();
        final Group others = new Group();
        long count;

        void add(Finding finding, String value) {
            count++;
            Group group = byValue.get(value);
            if (group == null && byValue.size() < MAX_VALUES) {
                group = new Group();
                byValue.put(value, group);
            }
            (group == null ? others : group).add(finding);
        }
    }

    private static final class Group {

        Finding sample;
        long count;
        Integer firstLine;
        Integer lastLine;

        void add(Finding finding) {
            count++;
            if (sample == null || Finding.ORDER.compare(finding, sample) < 0) {
                sample = finding;
            }
            Integer line = finding.line();
            if (line != null) {
                firstLine = firstLine == null ? line : Integer.valueOf(Math.min(firstLine, line));
                lastLine = lastLine == null ? line : Integer.valueOf(Math.max(lastLine, line));
            }
        }

        SummaryGroup summary(Cause cause, String value) {
            return new SummaryGroup(
                    cause.rule, cause.severity, count, firstLine, lastLine, cause.column, value, sample);
        }
    }
}
