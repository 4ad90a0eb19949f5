package org.tipstats.validate.run;

import java.util.Iterator;
import java.util.SortedSet;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.ValidationReport;

/**
 * A validated file: the head of its report, its findings in the order of the report, and the areas and periods of its
 * rows.
 *
 * @param areas the known areas of the rows
 * @param periods the known periods of the rows
 */
public record Validation(
        ValidationReport report, FindingCollection found, SortedSet<String> areas, SortedSet<String> periods) {

    public Iterator<Finding> findings() {
        return found.findings();
    }

    /**
     * Returns the findings in compressed pages, as they are stored.
     *
     * @param size the number of findings in each page but the last one
     */
    public Iterator<byte[]> pages(int size) {
        return found.pages(size);
    }
}
