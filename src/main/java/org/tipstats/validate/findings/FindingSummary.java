package org.tipstats.validate.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Counts findings exactly by severity, rule and cause. For each rule and column, the first {@link #VALUES} different
 * values have groups of their own; all further values share one group. Rules whose values are figures have no groups by
 * value.
 */
final class FindingSummary {

    static final int MAX_VALUES = 100;

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
    }

    private record Cause(String rule, Severity severity, String column) {}

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

    private final Map<Cause, Groups> causes = new LinkedHashMap<>();
    private final Predicate<String> figures;

    /**
     * The cause of the last finding, with its groups. It is kept because hundreds of thousands of findings in a row may
     * have the same cause.
     */
    private Cause last = new Cause(null, null, null);

    private Groups lastGroups;

    FindingSummary(Predicate<String> figures) {
        this.figures = figures;
    }

    void add(Finding finding) {
        String column = finding.column() == null ? null : finding.column().name();
        if (!finding.rule().equals(last.rule)
                || finding.severity() != last.severity
                || !Objects.equals(column, last.column)) {
            last = new Cause(finding.rule(), finding.severity(), column);
            lastGroups = causes.computeIfAbsent(last, key -> new Groups());
        }
        lastGroups.add(finding, figures.test(finding.rule()) ? null : finding.value());
    }

    long total() {
        return count(cause -> true);
    }

    long count(Severity severity) {
        return count(cause -> cause.severity == severity);
    }

    long count(String rule) {
        return count(cause -> cause.rule.equals(rule));
    }

    private long count(Predicate<Cause> wanted) {
        return causes.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToLong(entry -> entry.getValue().count)
                .sum();
    }

    List<SummaryGroup> groups() {
        List<SummaryGroup> all = new ArrayList<>();
        causes.forEach((cause, groups) -> {
            groups.byValue.forEach((value, group) -> all.add(summary(cause, value, group)));
            if (groups.others.count > 0) {
                all.add(summary(cause, null, groups.others));
            }
        });
        all.sort(Comparator.comparing(SummaryGroup::severity)
                .thenComparing(SummaryGroup::count, Comparator.reverseOrder())
                .thenComparing(SummaryGroup::sample, Finding.ORDER)
                .thenComparing(group -> group.value() == null ? "" : group.value()));
        return all;
    }

    private static SummaryGroup summary(Cause cause, String value, Group group) {
        return new SummaryGroup(
                cause.rule,
                cause.severity,
                group.count,
                group.firstLine,
                group.lastLine,
                cause.column,
                value,
                group.sample);
    }
}
