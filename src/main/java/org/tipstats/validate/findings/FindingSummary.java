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
        String value;
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

    private final Map<Cause, Map<String, Group>> groups = new LinkedHashMap<>();
    private final Map<Cause, Group> others = new LinkedHashMap<>();
    private final Predicate<String> figures;
    private long total;
    /**
     * The cause of the last finding, with its groups. It is kept because hundreds of thousands of findings in a row may
     * have the same cause.
     */
    private Cause last = new Cause(null, null, null);

    private Map<String, Group> lastValues;

    FindingSummary(Predicate<String> figures) {
        this.figures = figures;
    }

    void add(Finding finding) {
        total++;
        Map<String, Group> values = valuesOf(finding);
        String value = figures.test(finding.rule()) ? null : finding.value();
        Group group = values.get(value);
        if (group == null && values.size() >= MAX_VALUES) {
            group = others.computeIfAbsent(last, key -> new Group());
        } else if (group == null) {
            group = new Group();
            group.value = value;
            values.put(value, group);
        }
        group.add(finding);
    }

    private Map<String, Group> valuesOf(Finding finding) {
        String column = finding.column() == null ? null : finding.column().name();
        if (!finding.rule().equals(last.rule)
                || finding.severity() != last.severity
                || !Objects.equals(column, last.column)) {
            last = new Cause(finding.rule(), finding.severity(), column);
            lastValues = groups.computeIfAbsent(last, key -> new HashMap<>());
        }
        return lastValues;
    }

    long total() {
        return total;
    }

    long count(Severity severity) {
        return count(cause -> cause.severity == severity);
    }

    long count(String rule) {
        return count(cause -> cause.rule.equals(rule));
    }

    private long count(Predicate<Cause> wanted) {
        long count = 0;
        for (Map.Entry<Cause, Map<String, Group>> entry : groups.entrySet()) {
            if (wanted.test(entry.getKey())) {
                Group rest = others.get(entry.getKey());
                count += rest == null ? 0 : rest.count;
                count += entry.getValue().values().stream()
                        .mapToLong(group -> group.count)
                        .sum();
            }
        }
        return count;
    }

    List<SummaryGroup> groups() {
        List<SummaryGroup> all = new ArrayList<>();
        groups.forEach((cause, values) -> values.values().forEach(group -> all.add(summary(cause, group))));
        others.forEach((cause, group) -> all.add(summary(cause, group)));
        all.sort(Comparator.comparing(SummaryGroup::severity)
                .thenComparing(SummaryGroup::count, Comparator.reverseOrder())
                .thenComparing(SummaryGroup::sample, Finding.ORDER)
                .thenComparing(group -> group.value() == null ? "" : group.value()));
        return all;
    }

    private static SummaryGroup summary(Cause cause, Group group) {
        return new SummaryGroup(
                cause.rule(),
                cause.severity(),
                group.count,
                group.firstLine,
                group.lastLine,
                cause.column(),
                group.value,
                group.sample);
    }
}
