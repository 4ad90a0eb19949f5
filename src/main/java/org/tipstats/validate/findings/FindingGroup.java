package org.tipstats.validate.findings;

import org.tipstats.validate.findings.Finding.Outline;

/** Counts findings of one cause, which the summary shows as one group. Keeps the first of them as a sample. */
final class FindingGroup {

    private Finding sample;
    private long count;
    private Integer firstLine;
    private Integer lastLine;

    /** Returns whether a finding may come before the sample. */
    boolean mayBeginWith(Outline outline) {
        return sample == null || FindingChunk.fileLineOf(outline.line()) <= FindingChunk.fileLineOf(sample.line());
    }

    void offer(Finding finding) {
        if (sample == null || Finding.ORDER.compare(finding, sample) < 0) {
            sample = finding;
        }
    }

    long count() {
        return count;
    }

    void count(Integer line) {
        count++;
        if (line != null) {
            firstLine = firstLine == null || line < firstLine ? line : firstLine;
            lastLine = lastLine == null || line > lastLine ? line : lastLine;
        }
    }

    SummaryGroup summary(String rule, Severity severity, String column, String value) {
        return new SummaryGroup(rule, severity, count, firstLine, lastLine, column, value, sample);
    }
}
