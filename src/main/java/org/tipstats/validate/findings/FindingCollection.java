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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tipstats.validate.findings.Finding.Outline;
import org.tipstats.validate.findings.FindingChunk.Source;
import org.tipstats.validate.findings.ValidationReport.Counts;

/**
 * Collects the findings of one file. Counts and summary are exact for any number of findings. All warnings are kept,
 * because each warning may need a justification. Errors and informations are kept in the order of lines, up to a limit
 * for each of the two severities; findings beyond this limit are counted, but not kept. This class is not thread-safe.
 *
 * <p>For each rule and column, the first {@link #MAX_VALUES} different values have groups of their own; all further
 * values share one group. Rules whose values are figures have no groups by value.
 */
public final class FindingCollection implements FindingSink {

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
    private Map<Source, Source> sources;

    /**
     * Creates an empty collection. If {@code places} is not null, {@code add} makes each finding at once, because the
     * place of a finding decides its group and order.
     *
     * @param limit the largest number of errors to keep; the same limit applies to informations
     * @param figures returns for the id of a rule whether its values are figures; the summary does not group by
     *     figures, because figures are not causes
     * @param places moves a finding to its place in the submitter's file; null if findings already have this place
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
        sources = new ConcurrentHashMap<>();
        for (Severity severity : Severity.values()) {
            int most = severity == Severity.WARNING ? Integer.MAX_VALUE : limit;
            kept.put(severity, new SortedFindings(most, sources));
        }
    }

    @Override
    public void add(Finding found) {
        Finding finding = places == null ? found : places.apply(found);
        groups(finding.rule(), finding.severity(), finding.column()).add(finding);
        kept.get(finding.severity()).add(finding);
    }

    /**
     * Counts a finding. Makes it only if the collection may keep it, if it may become the sample of its group, or if
     * {@code places} must move it.
     */
    @Override
    public void add(Outline outline, Supplier<Finding> finding) {
        if (places != null) {
            add(finding.get());
            return;
        }
        Groups groups = groups(outline.rule(), outline.severity(), outline.column());
        FindingGroup group = groups.of(outline.value());
        if (group.mayBeginWith(outline) || !kept.get(outline.severity()).isBeyond(outline.line())) {
            add(finding.get());
        } else {
            group.count(outline.line());
        }
    }

    @Override
    public void keep(Outline outline, Supplier<Finding> finding) {
        if (places != null || outline.severity() != Severity.WARNING) {
            add(outline, finding);
            return;
        }
        Groups groups = groups(outline.rule(), outline.severity(), outline.column());
        FindingGroup group = groups.of(outline.value());
        if (group.mayBeginWith(outline)) {
            group.offer(finding.get());
        }
        group.count(outline.line());
        groups.notes.add(FindingChunk.fileLineOf(outline.line()), finding);
    }

    private Groups groups(String rule, Severity severity, Finding.Column place) {
        String column = place == null ? null : place.name();
        if (!rule.equals(last.rule) || severity != last.severity || !Objects.equals(column, last.column)) {
            last = new Cause(rule, severity, column);
            lastGroups = causes.computeIfAbsent(last, cause -> new Groups(figures.test(cause.rule)));
        }
        return lastGroups;
    }

    /** Returns the number of all findings, kept or not. */
    public long size() {
        return count(cause -> true);
    }

    public long kept() {
        long made = kept.values().stream().mapToLong(SortedFindings::size).sum();
        return made
                + causes.values().stream()
                        .mapToLong(groups -> groups.notes.size())
                        .sum();
    }

    public Counts counts() {
        return new Counts(count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFORMATION));
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
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    /**
     * Returns the findings grouped by cause. Groups are ordered by severity, the most severe first, then by size, the
     * largest first.
     */
    public List<SummaryGroup> summary() {
        List<SummaryGroup> all = new ArrayList<>();
        causes.forEach((cause, groups) -> {
            groups.byValue.forEach(
                    (value, group) -> all.add(group.summary(cause.rule, cause.severity, cause.column, value)));
            if (groups.others.count() > 0) {
                all.add(groups.others.summary(cause.rule, cause.severity, cause.column, null));
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
        kept.forEach((severity, findings) -> {
            cursors.addAll(findings.cursors(cursors.size()));
            causes.forEach((cause, groups) -> {
                if (cause.severity == severity && groups.notes.size() > 0) {
                    cursors.add(FindingCursor.of(cursors.size(), groups.notes.sorted(), sources));
                }
            });
        });
        return new MergedFindings(cursors);
    }

    /** Has its own equals and hashCode: the methods that Java generates for a record take 20 ms at their first use. */
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

    /** The groups of the findings of one cause, and the findings that are made only when they are read. */
    private static final class Groups {

        final Map<String, FindingGroup> byValue = new HashMap<>();
        final FindingGroup others = new FindingGroup();
        final FindingNotes notes = new FindingNotes();
        private final boolean figures;

        Groups(boolean figures) {
            this.figures = figures;
        }

        long count() {
            return others.count()
                    + byValue.values().stream().mapToLong(FindingGroup::count).sum();
        }

        void add(Finding finding) {
            FindingGroup group = of(finding.value());
            group.count(finding.line());
            group.offer(finding);
        }

        FindingGroup of(String received) {
            String value = figures ? null : received;
            FindingGroup group = byValue.get(value);
            if (group == null && byValue.size() < MAX_VALUES) {
                group = new FindingGroup();
                byValue.put(value, group);
            }
            return group == null ? others : group;
        }
    }
}
