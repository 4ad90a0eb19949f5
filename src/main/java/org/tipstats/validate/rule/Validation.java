package org.tipstats.validate.rule;

import java.io.IOException;
import java.util.Iterator;
import java.util.SortedSet;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingLog;
import org.tipstats.validate.findings.ValidationReport;

/**
 * A validated file: the head of its report, its findings in the order of the report, and what the file has rows for.
 *
 * @param report the head of the report
 * @param log all findings, in memory or put aside
 * @param areas the areas that rows are for, as far as their codes are known
 * @param periods the periods likewise
 */
public record Validation(ValidationReport report, FindingLog log, SortedSet<String> areas, SortedSet<String> periods)
        implements AutoCloseable {

    /** The findings from a place in the report on, the first being 0. */
    public Iterator<Finding> findings(long from) throws IOException {
        return log.iterator(from);
    }

    /** How many data records the file has. */
    public int rows() {
        return report.file().rows();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
