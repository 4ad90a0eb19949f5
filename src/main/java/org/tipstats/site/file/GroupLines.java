package org.tipstats.site.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;

/**
 * Collects the line numbers of the findings of each cause. Findings have the same cause if they have the same rule,
 * severity, column and, in most cases, value. Knows only the findings that were added.
 */
final class GroupLines {

    private static final int MAX_RANGES = 8;

    private record Cause(String rule, Severity severity, String column, String value) {}

    private static final class LineRanges {
        final List<Integer> starts = new ArrayList<>();
        final List<Integer> ends = new ArrayList<>();
        long count;
        boolean cut;
        Finding first;

        void add(Finding finding) {
            count++;
            first = first == null ? finding : first;
            Integer line = finding.line();
            int last = ends.size() - 1;
            if (line == null) {
                return;
            }
            if (last >= 0 && line <= ends.get(last) + 1) {
                ends.set(last, line);
            } else if (starts.size() < MAX_RANGES) {
                starts.add(line);
                ends.add(line);
            } else {
                cut = true;
            }
        }
    }

    private final Map<Cause, LineRanges> causes = new HashMap<>();

    GroupLines(List<SummaryGroup> summary) {
        summary.forEach(group -> causes.put(of(group), new LineRanges()));
    }

    private static Cause of(SummaryGroup group) {
        return new Cause(group.rule(), group.severity(), group.column(), group.value());
    }

    /** Adds a finding. The caller must add findings in the order of the report. */
    void add(Finding finding) {
        String column = finding.column() == null ? null : finding.column().name();
        LineRanges own = causes.get(new Cause(finding.rule(), finding.severity(), column, finding.value()));
        LineRanges lines = own == null ? causes.get(new Cause(finding.rule(), finding.severity(), column, null)) : own;
        if (lines != null) {
            lines.add(finding);
        }
    }

    /**
     * Returns the first added finding of a cause. If no finding was added, returns the sample finding of the summary.
     */
    Finding first(SummaryGroup group) {
        Finding first = causes.get(of(group)).first;
        return first == null ? group.sample() : first;
    }

    /**
     * Returns the line numbers of a cause, for example "2–60, 71"; empty if the cause concerns the whole file. If lines
     * are left out, the text ends with "…" and the last line.
     */
    String ranges(SummaryGroup group) {
        LineRanges lines = causes.get(of(group));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < lines.starts.size(); i++) {
            parts.add(range(lines.starts.get(i), lines.ends.get(i)));
        }
        if (group.lastLine() != null && (lines.cut || lines.count < group.count())) {
            parts.add("… " + group.lastLine());
        }
        return String.join(", ", parts);
    }

    private static String range(int from, int to) {
        return from == to ? Integer.toString(from) : from + "–" + to;
    }
}
