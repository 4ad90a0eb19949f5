package org.tipstats.validate.run;

import java.io.IOException;
import java.util.Iterator;
import java.util.SortedSet;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingLog;
import org.tipstats.validate.findings.ValidationReport;

/**
 * A validated file: the head of its report, its findings in the order of the report, and the areas and periods of its
 * rows.
 *
 * @param report the head of the report
 * @param log all findings, in memory or in files
 * @param areas the areas of the rows whose codes are known
 * @param periods the periods of the rows that are known
 */
public record Validation(ValidationReport report, FindingLog log, SortedSet<String> areas, SortedSet<String> periods)
        implements AutoCloseable {

    /**
     * Returns the findings in the order of the report.
     *
     * @param from the number of findings to skip
     */
    public Iterator<Finding> findings(long from) throws IOException {
        return log.iterator(from);
    }

    /** Returns the number of data records in the file. */
    public int rows() {
        return report.file().rows();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
