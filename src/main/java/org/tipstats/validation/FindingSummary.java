package org.tipstats.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact counts of findings by severity, rule and cause. Of one rule and column the first {@link #VALUES} values are
 * told apart; the others are one group. Values of row rules are figures, not causes, and make no groups.
 */
final class FindingSummary {

    static final int VALUES = 100;

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

    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final Map<String, Long> byRule = new HashMap<>();
    private final Map<Cause, Map<String, Group>> groups = new LinkedHashMap<>();
    private final Map<Cause, Group> others = new LinkedHashMap<>();
    private long total;

    void add(Finding finding) {
        total++;
        bySeverity.merge(finding.severity(), 1L, Long::sum);
        byRule.merge(finding.rule(), 1L, Long::sum);
        String column = finding.column() == null ? null : finding.column().name();
        Cause cause = new Cause(finding.rule(), finding.severity(), column);
        Map<String, Group> values = groups.computeIfAbsent(cause, key -> new HashMap<>());
        String value = RuleCatalogue.kind(finding.rule()) == RuleKind.ROW ? null : finding.value();
        Group group = values.get(value);
        if (group == null && values.size() >= VALUES) {
            group = others.computeIfAbsent(cause, key -> new Group());
        } else if (group == null) {
            group = new Group();
            group.value = value;
            values.put(value, group);
        }
        group.add(finding);
    }

    long total() {
        return total;
    }

    long count(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    long count(String rule) {
        return byRule.getOrDefault(rule, 0L);
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
