package org.tipstats.collect.reports;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.reports.ReportRequest.ReportFormat;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.vocabulary.schema.Dataflow;

/** A file with its report. The object is valid only during the call that receives it, so do not keep the object. */
public record ValidatedFile(
        ReportFormats forms,
        Path path,
        String name,
        Dataflow dataflow,
        ValidationReport report,
        Supplier<Iterator<Finding>> found) {

    /** Returns a new iterator over all findings, in the order of the report. */
    public Iterator<Finding> findings() {
        return found.get();
    }

    /** Opens the file to read its rows again. */
    public ReceivedTable rows() {
        return Uncheck.get(() -> ReceivedTable.of(path, dataflow));
    }

    /**
     * Returns the submitter's file with the findings added.
     *
     * @param format the name of a {@link ReportFormat}, as in a request; any other text is refused with 400
     */
    public ReportReply annotated(String format, String language) {
        return annotated(new ReportRequest(ReportFormat.choose(format, null), language, format, language));
    }

    ReportReply annotated(ReportRequest requested) {
        return forms.file(requested, path, name, report, found);
    }

    /**
     * Returns a new file in which each chosen finding corrects its cell, if it has exactly one suggestion that may
     * replace the cell.
     */
    public ReportReply corrected(Predicate<Finding> wanted, String language) {
        return forms.corrected(new ReportRequest(ReportFormat.CSV, language, null, language), this, wanted);
    }
}
