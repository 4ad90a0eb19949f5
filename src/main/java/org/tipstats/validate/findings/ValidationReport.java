package org.tipstats.validate.findings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The head of a report: everything except the single findings.
 *
 * @param valid whether the file has no errors
 * @param schemaVersion the version of the dataflow
 * @param rulesVersion the version of the rules
 * @param summary the findings grouped by cause, the most severe and largest first
 * @param passed the rules that ran to the end and found nothing
 * @param notRun the rules that do not apply to the request, or that compare with data that does not exist; empty in
 *     reports older than this field
 * @param findingsTotal the number of all findings
 * @param findingsKept the number of findings that are kept; in reports older than this field, the number of all
 *     findings
 * @param codeLists the versions of the code lists used, by their ids; empty in reports older than this field
 * @param contents the figures of the file; null if no rows were read, for readers who may not see the rows, and in
 *     reports older than this field
 * @param mapped whether a mapping read the file, so that the rows of the report are not those of the file
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
        long findingsKept,
        SortedMap<String, String> codeLists,
        Contents contents,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mapped) {

    public ValidationReport {
        summary = List.copyOf(summary);
        passed = List.copyOf(passed);
        notRun = notRun == null ? List.of() : List.copyOf(notRun);
        findingsKept = findingsKept == 0 ? findingsTotal : findingsKept;
        codeLists = codeLists == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(codeLists));
    }

    /** Returns the report for readers who may not see the rows of the file, see {@link Finding#withoutCells}. */
    public ValidationReport withoutCells() {
        return new ValidationReport(
                valid,
                dataflow,
                schemaVersion,
                rulesVersion,
                file,
                counts,
                summary.stream().map(SummaryGroup::withoutCells).toList(),
                passed,
                notRun,
                findingsTotal,
                findingsKept,
                codeLists,
                null,
                mapped);
    }

    /**
     * The properties of the file. A property that could not be determined is null.
     *
     * @param name the name that the sender gave
     * @param format {@code csv}, or another kind of file
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
     * @param figures the number of rows with a value, known or withheld
     * @param areas the number of areas
     * @param periods the number of different periods
     * @param total the sum of the values without any breakdown, over all areas and periods; null if there are no such
     *     values, or if the values are of several kinds, for example suspected and convicted persons
     */
    public record Contents(int figures, int areas, int periods, String firstPeriod, String lastPeriod, Long total) {}

    /** The number of findings of each severity. */
    public record Counts(long error, long warning, long information) {}

    public boolean found(String rule) {
        return summary.stream().anyMatch(group -> group.rule().equals(rule));
    }
}
