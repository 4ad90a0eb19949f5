package org.tipstats.validate.findings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The head of a report: all but the single findings.
 *
 * @param valid whether nothing blocks the file
 * @param schemaVersion of the dataflow
 * @param rulesVersion of the rules
 * @param summary the findings grouped by cause, the gravest and largest first
 * @param passed the rules that ran to the end and found nothing
 * @param notRun the rules that compare with data that there is none of, or that don't apply to the request; empty in
 *     reports from before it was kept
 * @param codeLists the versions of the code lists that the file was judged by, by their ids; empty likewise
 * @param contents what was read; null where nothing was, and in reports from before it was kept
 */
public record ValidationReport(
        boolean valid,
        String dataflow,
        String schemaVersion,
        String rulesVersion,
        FileInfo file,
        Counts counts,
        List<SummaryGroup> summary,
        List<String> passed,
        List<String> notRun,
        long findingsTotal,
        SortedMap<String, String> codeLists,
        Contents contents) {

    public ValidationReport {
        summary = List.copyOf(summary);
        passed = List.copyOf(passed);
        notRun = notRun == null ? List.of() : List.copyOf(notRun);
        codeLists = codeLists == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(codeLists));
    }

    /**
     * The file as it was understood; null where that went not so far.
     *
     * @param name as the sender calls it
     * @param format {@code csv}, or the kind of file it was instead
     */
    public record FileInfo(
            String name,
            String sha256,
            long bytes,
            String format,
            String encoding,
            String delimiter,
            Integer headerLine,
            int rows) {}

    /**
     * The figures of a file.
     *
     * @param figures how many rows have a value, known or withheld
     * @param areas of how many areas the rows are
     * @param periods of how many periods, from the first to the last
     * @param total what the values without any breakdown add up to, over all areas and periods; null where there are none, or
     *     where they are of several kinds, such as suspected and convicted persons
     */
    public record Contents(int figures, int areas, int periods, String firstPeriod, String lastPeriod, Long total) {}

    /** How many findings there are of each severity. */
    public record Counts(long error, long warning, long information) {}

    /** Whether a rule found anything. */
    public boolean found(String rule) {
        return summary.stream().anyMatch(group -> group.rule().equals(rule));
    }
}
